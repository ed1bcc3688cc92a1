import type { FaultKind } from './kind';

export const lost: FaultKind = {
  kind: 'lost',
  means: 'the effect happens, and no answer ever comes',
  settings: {},
  afterwards: ({ latencyMs }) => ({ kind: 'silence', latencyMs }),
};
