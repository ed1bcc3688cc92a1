import { secondsToMs } from '@cutover/ground';
import { postpone } from '../world/propagation';
import type { FaultKind } from './kind';

const deploys = new Set([
  'CreateDistribution',
  'CreateDistributionWithTags',
  'UpdateDistribution',
  'UpdateDomainAssociation',
  'DeleteDistribution',
]);

export const slow: FaultKind = {
  kind: 'slow',
  means: 'every edge gets the configuration `seconds` later, and so does Status Deployed',
  settings: { seconds: 300 },
  canStrike: (service, operation) => service === 'cloudfront' && deploys.has(operation),
  afterwards: ({ world, settings }, sequence, answer) => {
    postpone(world, sequence, secondsToMs(Number(settings.seconds)));
    return answer;
  },
};
