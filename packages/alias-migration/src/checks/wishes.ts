import { bypassRecords } from '../bypass';
import type { Migration } from '../migration';
import { enumerate, isWithin } from '../names';
import type { Finding } from './check';

/** What is asked of the way in which names move must be a wish of that way: one that nobody hears is a mistake. */
export function findInWishes(migration: Migration): Finding | undefined {
  for (const find of [wildcardWishes, wildcardName, bypassWish, bypassReaches, downtimeWish]) {
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

function bypassWish({ strategy, bypass, dns }: Migration): Finding | undefined {
  if (bypass && !['AUTO', 'BYPASS'].includes(strategy))
    return {
      property: 'Bypass',
      found: `it belongs to the strategy BYPASS, but Strategy is ${strategy}.`,
      remedy: 'Leave Bypass out, or use BYPASS.',
    };
  if (strategy !== 'BYPASS') return undefined;
  if (!bypass)
    return {
      property: 'Bypass',
      found: 'BYPASS leads the names past CloudFront, but no endpoint is given that serves them.',
      remedy: 'Set Bypass.Records to records of an endpoint that answers for the names over TLS.',
    };
  return dns
    ? undefined
    : {
        property: 'Dns',
        found: 'BYPASS has to lead the names to the bypass and back, but no hosted zone is given.',
        remedy: 'Set Dns.HostedZoneId, and Dns.RoleArn where the zone is in another account.',
      };
}

/** Each name needs a way there, and DNS has no room for a CNAME beside other records. */
function bypassReaches(migration: Migration): Finding | undefined {
  const { bypass, aliases } = migration;
  if (!bypass) return undefined;
  const property = 'Bypass.Records';
  const stray = bypass.records.find(({ name }) => name !== undefined && !aliases.includes(name));
  if (stray)
    return {
      property,
      found: `${stray.name} is not in Aliases.`,
      remedy: 'Correct the name, or leave it out.',
    };
  const sets = bypassRecords(migration, aliases);
  const bare = aliases.filter(
    (alias) =>
      !sets.some(
        ({ name, type, values, aliasTarget }) =>
          name === alias && type !== 'AAAA' && (aliasTarget || values?.length),
      ),
  );
  if (bare.length > 0)
    return {
      property,
      found: `no A or CNAME record leads ${enumerate(bare)} to the bypass.`,
      remedy: 'Add one with Values or AliasTarget; without a Name it is for every alias.',
    };
  const crowded = sets.find(
    ({ name, type }) => type === 'CNAME' && sets.filter((other) => other.name === name).length > 1,
  );
  return crowded
    ? {
        property,
        found: `${crowded.name} has a CNAME beside other records.`,
        remedy: 'Leave one of them out: DNS allows nothing beside a CNAME.',
      }
    : undefined;
}

function downtimeWish({ strategy, maxDowntimeSeconds }: Migration): Finding | undefined {
  return maxDowntimeSeconds && strategy !== 'DISABLED_SOURCE'
    ? {
        property: 'MaxDowntimeSeconds',
        found: `only DISABLED_SOURCE leaves names without an answer, but Strategy is ${strategy}.`,
        remedy: 'Leave it out, or use DISABLED_SOURCE.',
      }
    : undefined;
}
