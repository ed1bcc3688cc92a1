import { type Instant, secondsToMs } from '@cutover/ground';
import { functionArn } from '../world/cloudfront/functions/edge-function';
import type { World } from '../world/world';
import type { FaultKind, Strike } from './kind';

export const stale: FaultKind = {
  kind: 'stale',
  sentence:
    'A read of a distribution, of a function or of a key value store answers what was there before the last write, and its ETag, if that is younger than `seconds`.',
  settings: { seconds: 30 },
  canStrike: (service, operation) => formers.has(`${service}.${operation}`),
  sees: (strike) => {
    const { world, request, settings } = strike;
    const former = formers.get(`${request.service}.${request.operation}`)?.(strike);
    const ageMs = world.now - (former?.writtenAt ?? 0);
    return former && ageMs < secondsToMs(Number(settings.seconds)) ? former.world : world;
  },
};

/** The world as it was before the last write of what a call reads, and when that write was. */
type Former = { readonly world: World; readonly writtenAt: Instant } | undefined;

function formerDistribution({ world, request }: Strike): Former {
  const { Id } = request.input as { Id?: string };
  const distribution = world.distributions.get(Id ?? '');
  if (!distribution?.previous) return undefined;
  const former = { ...distribution, ...distribution.previous };
  const distributions = new Map(world.distributions).set(distribution.id, former);
  return { world: { ...world, distributions }, writtenAt: distribution.lastModifiedAt };
}

function formerFunction({ world, request }: Strike): Former {
  const { Name } = request.input as { Name?: string };
  const found = world.functions.get(functionArn(request.caller.accountId, Name ?? ''));
  if (!found?.previous) return undefined;
  const functions = new Map(world.functions).set(found.arn, { ...found, development: found.previous });
  return { world: { ...world, functions }, writtenAt: found.development.lastModifiedAt };
}

function formerStore({ world, request }: Strike): Former {
  const { KvsARN } = request.input as { KvsARN?: string };
  const id = KvsARN?.split('/')[1] ?? '';
  const store = world.storeItems.get(id);
  if (!store?.previous) return undefined;
  const storeItems = new Map(world.storeItems).set(id, { ...store, ...store.previous });
  return { world: { ...world, storeItems }, writtenAt: store.modifiedAt };
}

const formers: ReadonlyMap<string, (strike: Strike) => Former> = new Map([
  ['cloudfront.GetDistribution', formerDistribution],
  ['cloudfront.GetDistributionConfig', formerDistribution],
  ['cloudfront.DescribeFunction', formerFunction],
  ['cloudfront.GetFunction', formerFunction],
  ['cloudfront-keyvaluestore.DescribeKeyValueStore', formerStore],
]);
