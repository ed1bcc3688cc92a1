import { writeConfigs } from '../world/cloudfront/write';
import { namedDistribution } from './distribution';
import type { FaultKind } from './kind';

const writes = new Set(['DeleteDistribution', 'UpdateDistribution', 'UpdateDomainAssociation']);

export const overtaken: FaultKind = {
  kind: 'overtaken',
  sentence:
    'Another writer stores the same distribution just before the call, which is refused then with 412: its If-Match is stale.',
  settings: {},
  canStrike: (service, operation) => service === 'cloudfront' && writes.has(operation),
  // What it stores is what was there: an ETag of its own is all that a deployment without changes leaves.
  meanwhile: ({ world, request }) => {
    const distribution = namedDistribution(world, request);
    if (distribution) writeConfigs(world, [{ distribution, config: distribution.config }]);
  },
};
