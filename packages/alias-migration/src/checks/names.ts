import { isWildcard } from '../names';
import { ways } from '../strategies';
import type { Check } from './check';

/** A transit wildcard stands for names below a parent: not for the parent itself, nor for another wildcard. */
export const namesFitUnderAWildcard: Check = ({ migration, strategy, observed }) => {
  // Where nobody has named it, someWayIsOpen says what is missing.
  if (strategy !== 'WILDCARD' || migration.strategy === 'AUTO') return undefined;
  const apex = migration.aliases.find(
    (alias) => alias === observed.zone?.name || alias.split('.').length < 3,
  );
  if (apex)
    return {
      property: 'Aliases',
      found: `${apex} is an apex, which no wildcard covers.`,
      remedy:
        'Move it with BYPASS over an endpoint of yours, or with DISABLED_SOURCE where an outage may be.',
    };
  const wildcard = migration.aliases.find(isWildcard);
  return wildcard
    ? {
        property: 'Aliases',
        found: `${wildcard} is a wildcard itself, so no other name can stand in for it.`,
        remedy:
          'Move it with BYPASS over an endpoint of yours, or with DISABLED_SOURCE where an outage may be.',
      }
    : undefined;
};

/** CloudFront allows 100 names on a distribution by default (quotas page). */
const ALIASES_MAX = 100;

export const namesFitTheQuota: Check = ({ migration, strategy, target }) => {
  const kept = migration.wildcard?.keep && strategy === 'WILDCARD' ? ways.WILDCARD.wildcards(migration) : [];
  const count = new Set([...target.aliases, ...migration.aliases, ...kept]).size;
  return count <= ALIASES_MAX
    ? undefined
    : {
        property: 'Aliases',
        found: `the target ${target.id} would hold ${count} names; CloudFront allows ${ALIASES_MAX}.`,
        remedy: 'Move fewer names, or spread them over several targets.',
        code: 'ServiceLimitExceeded',
      };
};
