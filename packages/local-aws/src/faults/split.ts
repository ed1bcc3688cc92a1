import { secondsToMs } from '@cutover/ground';
import { detainArrivals } from '../world/arrivals';
import { detain } from '../world/propagation';
import { reachesEdges } from './deploys';
import type { FaultKind } from './kind';

export const split: FaultKind = {
  kind: 'split',
  sentence:
    'A change of a distribution, of published code or of items reaches one edge `seconds` later than it should, so that edges disagree for long; it is the one that is the last anyway.',
  settings: { seconds: 900 },
  canStrike: reachesEdges,
  afterwards: ({ world, settings }, sequence, answer) => {
    const ms = secondsToMs(Number(settings.seconds));
    detain(world, sequence, ms);
    detainArrivals(world, sequence, ms);
    return answer;
  },
};
