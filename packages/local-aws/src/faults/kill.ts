import type { FaultKind } from './kind';

/** The handler's process dies at one of its calls, whichever that is. Its point is `handler.kill.before` and so on. */

export const killBefore: FaultKind = {
  kind: 'kill.before',
  sentence: 'The process of the handler dies before its call has any effect.',
  settings: {},
  instead: ({ world }) => ({ kind: 'killed', at: world.now }),
};

export const killDuring: FaultKind = {
  kind: 'kill.during',
  sentence: 'The call has its effect, and the process of the handler dies before it hears so.',
  settings: {},
  afterwards: ({ world }) => ({ kind: 'killed', at: world.now }),
};

export const killAfter: FaultKind = {
  kind: 'kill.after',
  sentence: 'The process of the handler hears the answer and dies before it does anything with it.',
  settings: {},
  afterwards: (_strike, _sequence, answer) =>
    answer.kind === 'output' || answer.kind === 'failure' ? { ...answer, thenKilled: true } : answer,
};
