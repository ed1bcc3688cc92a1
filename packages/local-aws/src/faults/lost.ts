import type { FaultKind } from './kind';

export const lost: FaultKind = {
  kind: 'lost',
  sentence: 'Any call has its effect, and no answer ever comes.',
  settings: {},
  afterwards: ({ latencyMs }) => ({ kind: 'silence', latencyMs }),
};
