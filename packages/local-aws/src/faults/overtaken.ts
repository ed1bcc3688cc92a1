import { functionArn } from '../world/cloudfront/functions/edge-function';
import { writeConfigs } from '../world/cloudfront/write';
import { newEtag } from '../world/ids';
import { writeItems } from '../world/key-value-stores/store-items';
import { itemWrites } from './deploys';
import { namedDistribution } from './distribution';
import type { FaultKind, Strike } from './kind';

const writes = new Set(['DeleteDistribution', 'UpdateDistribution', 'UpdateDomainAssociation']);
const functionWrites = new Set(['DeleteFunction', 'PublishFunction', 'UpdateFunction']);

export const overtaken: FaultKind = {
  kind: 'overtaken',
  sentence:
    'Another writer stores the same distribution, function or items just before the call, which is refused then: its If-Match is stale.',
  settings: {},
  canStrike: (service, operation) =>
    (service === 'cloudfront' && (writes.has(operation) || functionWrites.has(operation))) ||
    (service === 'cloudfront-keyvaluestore' && itemWrites.has(operation)),
  // What it stores is what was there: an ETag of its own is all that a deployment without changes leaves.
  meanwhile: (strike) => {
    if (strike.request.service === 'cloudfront-keyvaluestore') writeItemsAgain(strike);
    else if (functionWrites.has(strike.request.operation)) writeFunctionAgain(strike);
    else writeDistributionAgain(strike);
  },
};

function writeDistributionAgain({ world, request }: Strike): void {
  const distribution = namedDistribution(world, request);
  if (distribution) writeConfigs(world, [{ distribution, config: distribution.config }]);
}

function writeFunctionAgain({ world, request }: Strike): void {
  const { Name } = request.input as { Name?: string };
  const found = world.functions.get(functionArn(request.caller.accountId, Name ?? ''));
  if (!found) return;
  const development = { ...found.development, etag: newEtag(world), lastModifiedAt: world.now };
  world.functions.set(found.arn, { ...found, development, previous: found.development });
}

function writeItemsAgain({ world, request }: Strike): void {
  const { KvsARN } = request.input as { KvsARN?: string };
  const id = KvsARN?.split('/')[1] ?? '';
  const store = world.storeItems.get(id);
  if (store) writeItems(world, id, store, { puts: [], deletes: [] });
}
