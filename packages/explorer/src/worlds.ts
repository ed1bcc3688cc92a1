import type { Migration } from '@cutover/alias-migration';
import { createWorld, type World, type WorldOptions } from '@cutover/local-aws';
import { ACCOUNTS, certificate, SOURCE, TARGET, ZONE } from './cast';
import type { CustomerAct } from './customer';
import type { Health } from './port';
import { fillWorld, MOVER, namesOf, optionsOf } from './smallest-world';
import { type Variant, variants } from './variants';

/** A smallest world: one alias, two edges, both distributions, and what the origins answer. */
export interface Case {
  /** A sentence's beginning: "WILDCARD across accounts, target healthy". */
  readonly name: string;
  readonly migration: Migration;
  /** Whether the move should come to its end when nothing goes wrong. */
  readonly isHealthy: boolean;
  /** Whether the finished move is deleted, and everything goes back. */
  readonly isReturned: boolean;
  readonly health: Health;
  /** The zone is a customer's, and this is what they do. */
  readonly customer?: readonly CustomerAct[];
  /** The create ends before anything moves, and so long after its beginning the resource is updated. */
  readonly resumesAfterSeconds?: number;
  /** What the create declares, where the update declares `migration`. */
  readonly first?: Migration;
  /** Whether the update that has moved the names is rolled back. */
  readonly isRolledBack?: boolean;
  /** What the world begins with, and where: a world that is made elsewhere can be filled just the same. */
  readonly options: (seed: string) => WorldOptions;
  readonly fill: (world: World) => void;
  readonly make: (seed: string) => World;
}

/** A move that hangs on a customer who never acts goes back. */
const isReady = ({ customer, hasActed = false }: Variant): boolean =>
  customer === undefined || hasActed || customer.some(({ leadsTo }) => leadsTo === 'target');

function caseOf(
  variant: Variant,
  isHealthy: boolean,
  { isReturned = false, isRolledBack = false } = {},
): Case {
  const { isCross, alias } = variant;
  const sourceAccountId = isCross ? ACCOUNTS.source : ACCOUNTS.target;
  const migration: Migration = {
    accountId: ACCOUNTS.target,
    aliases: namesOf(variant),
    target: {
      distributionId: TARGET,
      ...(!variant.isAttached && { certificateArn: certificate(ACCOUNTS.target) }),
    },
    source: {
      distributionId: SOURCE,
      accountId: sourceAccountId,
      ...(isCross && { roleArn: MOVER }),
    },
    // The zone is in the source's account, as in the article's case.
    dns: { hostedZoneId: ZONE, ...(isCross && { roleArn: MOVER }) },
    verification: {
      path: '/',
      minConsecutive: 1,
      bakeMinutes: 1,
      expectHeader: { name: 'x-served-by', value: TARGET },
    },
    deletionBehavior: isReturned ? 'RESTORE_SOURCE' : 'KEEP',
    planOnly: false,
    ...variant.migration,
  };
  const fill = (world: World): void => fillWorld(world, variant, sourceAccountId);
  return {
    name: `${variant.name}, target ${isHealthy ? 'healthy' : 'sick for the real name'}${isRolledBack ? ', rolled back' : ''}${isReturned ? ', deleted when it is done' : ''}`,
    migration,
    isHealthy: isHealthy && isReady(variant),
    isReturned,
    customer: variant.customer,
    resumesAfterSeconds: variant.resumesAfterSeconds,
    ...(variant.isPlannedFirst && { first: { ...migration, planOnly: true } }),
    isRolledBack,
    health: (distributionId, host) => (!isHealthy && distributionId === TARGET && host === alias ? 500 : 200),
    options: (seed) => optionsOf(seed, variant.knobs),
    fill,
    make: (seed) => {
      const world = createWorld(optionsOf(seed, variant.knobs));
      fill(world);
      return world;
    },
  };
}

const isHalting = ({ migration }: Variant): boolean => migration.onFailure === 'HALT';

/** Every variant, forwards and backwards. Where nothing is sick, nothing is halted either. */
export const cases: readonly Case[] = variants.flatMap((variant) => [
  ...(isHalting(variant) ? [] : [caseOf(variant, true)]),
  caseOf(variant, false),
]);

/** Every variant, all the way there and back; a customer would have to turn back first. */
export const returns: readonly Case[] = variants
  .filter((variant) => variant.customer === undefined && !isHalting(variant))
  .map((variant) => caseOf(variant, true, { isReturned: true }));

/** An update that has moved names and whose stack rolls back; then nothing is left to return, and the resource goes. */
export const rollbacks: readonly Case[] = variants
  .filter((variant) => variant.resumesAfterSeconds !== undefined && isReady(variant))
  .map((variant) => caseOf(variant, true, { isReturned: true, isRolledBack: true }));

/** All that is explored. */
export const allCases: readonly Case[] = [...cases, ...returns, ...rollbacks];
