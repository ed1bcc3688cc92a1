import { routeTo, type World } from '@cutover/local-aws';
import type { Case } from '../worlds';
import { type Checker, violation } from './checker';

/** Zero downtime: at every instant, at every edge, each name is served by the old or by the new side. */
export function servedBySides({ migration }: Case): Checker {
  const law = 'every name is served by the source or the target, at every edge, at every instant';
  const sides = [migration.source.distributionId, migration.target.distributionId];
  return {
    law,
    atEveryInstant: (world: World) =>
      world.edges.flatMap((edge) =>
        migration.aliases.flatMap((alias) => {
          const served = routeTo(edge, alias)?.distributionId;
          if (served !== undefined && sides.includes(served)) return [];
          return [violation(law, world, `${alias} at ${edge.name} is served by ${served ?? 'nobody'}`)];
        }),
      ),
  };
}
