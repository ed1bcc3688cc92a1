import type { Migration } from '../migration';
import { enumerate, isWithin } from '../names';
import type { Finding } from './check';

/** What is asked of the way in which names move must be a wish of that way: one that nobody hears is a mistake. */
export function findInWishes(migration: Migration): Finding | undefined {
  for (const find of [wildcardWishes, wildcardName]) {
    const finding = find(migration);
    if (finding) return finding;
  }
  return undefined;
}

function wildcardWishes({ strategy, wildcard, cutoverOrder }: Migration): Finding | undefined {
  const unheard = cutoverOrder ? 'CutoverOrder' : wildcard ? 'Wildcard' : undefined;
  return unheard && !['AUTO', 'WILDCARD'].includes(strategy)
    ? {
        property: unheard,
        found: `it belongs to the strategy WILDCARD, but Strategy is ${strategy}.`,
        remedy: `Leave ${unheard} out, or use WILDCARD.`,
      }
    : undefined;
}

/** CloudFront's wildcard stands for names at any depth below its parent, and for nothing else. */
function wildcardName({ wildcard, aliases }: Migration): Finding | undefined {
  const name = wildcard?.name;
  if (name === undefined) return undefined;
  const parent = name.slice(2);
  const outside = aliases.filter((alias) => alias === name || alias === parent || !isWithin(alias, parent));
  return outside.length > 0
    ? {
        property: 'Wildcard.Name',
        found: `${name} does not stand for ${enumerate(outside)}.`,
        remedy: `Name a wildcard over a parent of every alias, or leave Wildcard.Name out.`,
      }
    : undefined;
}
