import { ways } from '@cutover/alias-migration';
import { type Instant, secondsToMs } from '@cutover/ground';
import { resolve, routeTo, type World } from '@cutover/local-aws';
import type { Case } from '../worlds';
import { type Checker, violation } from './checker';

/**
 * Zero downtime: at every instant, at every edge, each name is served by the old or by the new side. Past a bypass that
 * holds for as long as some resolver may still lead a viewer to CloudFront; a strategy that says so may leave it without
 * an answer for a bound of seconds.
 */
export function servedBySides({ migration }: Case): Checker {
  const law = 'every name is served by the source or the target, at every edge, at every instant';
  const sides = [migration.source.distributionId, migration.target.distributionId];
  const mayCome = leading();
  const { strategy } = migration;
  const boundMs = strategy === 'AUTO' ? 0 : secondsToMs(ways[strategy].unservedSeconds(migration));
  const unservedMs = holes();
  return {
    law,
    atEveryInstant: (now: World) => {
      const names = migration.aliases.filter((alias) => !migration.bypass || mayCome(now, alias));
      return now.edges.flatMap((edge) =>
        names.flatMap((alias) => {
          const served = routeTo(edge, alias)?.distributionId;
          const isServed = served !== undefined && sides.includes(served);
          if (unservedMs(now, `${alias} ${edge.name}`, isServed) <= boundMs && (isServed || boundMs > 0))
            return [];
          return [violation(law, now, `${alias} at ${edge.name} is served by ${served ?? 'nobody'}`)];
        }),
      );
    },
  };
}

/** How long a place has been without an answer by now, in one go. */
function holes(): (world: World, place: string, isServed: boolean) => number {
  const seen = new WeakMap<World, Map<string, Instant>>();
  return (world, place, isServed) => {
    const begun = seen.get(world) ?? new Map<string, Instant>();
    seen.set(world, begun);
    if (isServed) begun.delete(place);
    else begun.set(place, begun.get(place) ?? world.now);
    return world.now - (begun.get(place) ?? world.now);
  };
}

/** How long Route 53 lets resolvers keep an ALIAS; the other records of the small worlds have the same TTL. */
const TTL_MS = 60_000;

interface Led {
  readonly leads: boolean;
  readonly until: Instant;
}

/**
 * Whether a name leads to an edge, or did less than a TTL ago. Asked at every change of the world; of a world that it
 * has not seen before it takes the newest change of records for the end of the old ones.
 */
function leading(): (world: World, name: string) => boolean {
  const seen = new WeakMap<World, Map<string, Led>>();
  return (world, name) => {
    const names = seen.get(world) ?? new Map<string, Led>();
    seen.set(world, names);
    const { answers } = resolve(world, new Map(), name, 'A', world.now);
    const leads = answers.some(({ data }) => world.edges.some(({ address }) => address === data));
    const last = names.get(name) ?? { leads, until: lastChangeOf(world) + TTL_MS };
    const until = last.leads || leads ? world.now + TTL_MS : last.until;
    names.set(name, { leads, until });
    return world.now < until;
  };
}

const lastChangeOf = ({ calls, startedAt }: World): Instant =>
  startedAt + (calls.findLast(({ operation }) => operation === 'ChangeResourceRecordSets')?.at ?? 0);
