import { isWildcard } from '../names';
import { beyondWildcards, ways } from '../strategies';
import type { Check } from './check';

/** A transit wildcard stands for names below a parent: not for the parent itself, nor for another wildcard. */
export const namesFitUnderAWildcard: Check = ({ migration, strategy, observed }) => {
  // Where nobody has named it, someWayIsOpen says what is missing.
  if (strategy !== 'WILDCARD' || migration.strategy === 'AUTO') return undefined;
  const [name] = beyondWildcards(migration, observed.zone?.name);
  return name === undefined
    ? undefined
    : {
        property: 'Aliases',
        found: isWildcard(name)
          ? `${name} is a wildcard itself, so no other name can stand in for it.`
          : `${name} is an apex, which no wildcard covers.`,
        remedy:
          'Move it with BYPASS over an endpoint of yours, or with DISABLED_SOURCE where an outage may be.',
      };
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
