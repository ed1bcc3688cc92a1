import { secondsToMs } from '@cutover/ground';
import { postponeArrivals } from '../world/arrivals';
import { postpone } from '../world/propagation';
import { postponeRecords } from '../world/route53/publish';
import { reachesEdges } from './deploys';
import type { FaultKind } from './kind';

export const slow: FaultKind = {
  kind: 'slow',
  sentence:
    'A change of a distribution reaches every edge, and Status Deployed, `seconds` later, as do published code and the items of key value stores; one of records the name servers, and INSYNC.',
  settings: { seconds: 300 },
  canStrike: (service, operation) =>
    reachesEdges(service, operation) || (service === 'route53' && operation === 'ChangeResourceRecordSets'),
  afterwards: ({ world, settings }, sequence, answer) => {
    const ms = secondsToMs(Number(settings.seconds));
    postpone(world, sequence, ms);
    postponeArrivals(world, sequence, ms);
    postponeRecords(world, sequence, ms);
    return answer;
  },
};
