import type { Journal } from '../journal';
import { isCrossAccount, type Strategy } from '../migration';
import type { Prospect, Way } from './way';
import { ways } from './ways';

/** The way that is taken, and why the others were left. */
export interface Choice {
  readonly way: Way;
  readonly others: readonly LeftOut[];
}

export interface LeftOut {
  readonly strategy: Strategy;
  readonly whyNot: string;
}

/**
 * The named strategy, or AUTO's choice: the first that is possible here. Where none is, the one that comes nearest,
 * so that the checks say what is missing. Pure.
 */
export function choose(prospect: Prospect): Choice {
  const { migration } = prospect;
  if (migration.strategy !== 'AUTO') return { way: ways[migration.strategy], others: [] };
  const possible = Object.values(ways).filter((way) => way.whyNot(prospect) === undefined);
  const way = possible[0] ?? ways[isCrossAccount(migration) ? 'WILDCARD' : 'ATOMIC'];
  const others = Object.values(ways).filter((other) => other !== way);
  return {
    way,
    others: others.map((other) => ({
      strategy: other.strategy,
      whyNot: other.whyNot(prospect) ?? `it is possible too, but ${way.strategy} changes less`,
    })),
  };
}

/** The way that a run takes; before its preflight, the one that it would take as far as its declaration tells. */
export const wayOf = ({ migration, before }: Pick<Journal, 'migration' | 'before'>): Way =>
  before ? ways[before.strategy] : choose({ migration, observed: {} }).way;
