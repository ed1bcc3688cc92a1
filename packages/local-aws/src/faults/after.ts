import type { FaultKind } from './kind';

export const after: FaultKind = {
  kind: 'after',
  sentence: 'Any call has its effect, and its caller hears a 5xx all the same.',
  settings: { status: 500 },
  // A refused call had no effect that could be hidden: its own error stays.
  afterwards: ({ settings, latencyMs }, _sequence, answer) =>
    answer.kind === 'output'
      ? {
          kind: 'failure',
          code: 'InternalFailure',
          status: Number(settings.status),
          message: 'We encountered an internal error. Please try again.',
          latencyMs,
        }
      : answer,
};
