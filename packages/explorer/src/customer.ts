import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Instant } from '@cutover/ground';
import { secondsToMs } from '@cutover/ground';
import type { World } from '@cutover/local-aws';
import { domainNameOf, SEMAPHORE_ZONE, SOURCE, TARGET, ZONE } from './cast';
import type { Case } from './worlds';

/** What the owner of the names' DNS does, whom nobody here can hurry. */
export interface CustomerAct {
  readonly afterSeconds: number;
  /** They lead the name there; to the target together with the validation name. */
  readonly leadsTo: 'source' | 'target';
}

/** When the customer acts next, after now. */
export const nextActAt = ({ customer = [] }: Case, { now, startedAt }: World): Instant | undefined =>
  customer
    .map(({ afterSeconds }) => startedAt + secondsToMs(afterSeconds))
    .filter((at) => at > now)
    .toSorted((one, other) => one - other)[0];

/** Does what is due at this very instant. */
export function act({ customer = [], migration }: Case, world: World): void {
  for (const { afterSeconds, leadsTo } of customer)
    if (world.startedAt + secondsToMs(afterSeconds) === world.now)
      for (const alias of migration.aliases) setRecords(world, alias, leadsTo);
}

/** Their provider publishes at once; what resolvers remember goes on for its TTL. */
function setRecords(world: World, alias: string, leadsTo: CustomerAct['leadsTo']): void {
  const zone = world.hostedZones.get(ZONE);
  if (!zone) return;
  const cname = (name: string, value: string): ResourceRecordSet => ({
    Name: `${name}.`,
    Type: 'CNAME',
    TTL: 60,
    ResourceRecords: [{ Value: value }],
  });
  const validation = `_cutover.${alias}`;
  const set = [
    cname(alias, domainNameOf(leadsTo === 'target' ? TARGET : SOURCE)),
    ...(leadsTo === 'target' ? [cname(validation, `${validation}.${SEMAPHORE_ZONE.name}`)] : []),
  ];
  const theirs = [`${alias}.`, `${validation}.`];
  const records = [...zone.records.filter(({ Name = '' }) => !theirs.includes(Name)), ...set];
  world.hostedZones.set(ZONE, { ...zone, records, published: records });
}
