import { secondsToMs } from '@cutover/ground';
import { detain } from '../world/propagation';
import { deploys } from './deploys';
import type { FaultKind } from './kind';

export const split: FaultKind = {
  kind: 'split',
  sentence:
    'A change of a distribution reaches one edge `seconds` later than it should, so that edges disagree for long; it is the one that is the last anyway.',
  settings: { seconds: 900 },
  canStrike: (service, operation) => service === 'cloudfront' && deploys.has(operation),
  afterwards: ({ world, settings }, sequence, answer) => {
    detain(world, sequence, secondsToMs(Number(settings.seconds)));
    return answer;
  },
};
