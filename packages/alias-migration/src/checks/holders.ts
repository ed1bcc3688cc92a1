import { enumerate, wildcardsOver } from '../names';
import { absentFrom, presentOn } from '../phases/phase';
import type { Check } from './check';

/** Adopting names that are there already is not what this release does. */
export const nothingHasMovedYet: Check = ({ migration, target }) => {
  const there = presentOn(migration.aliases, target);
  return there.length === 0
    ? undefined
    : {
        property: 'Aliases',
        found: `${enumerate(there)} ${there.length === 1 ? 'is' : 'are'} on the target ${target.id} already.`,
        remedy: 'Leave them out of Aliases: there is nothing to move.',
        code: 'AlreadyExists',
      };
};

export const sourceHoldsTheNames: Check = ({ migration, source, observed }) => {
  const [alias] = absentFrom(migration.aliases, source);
  if (alias === undefined) return undefined;
  const holder = (observed.holders ?? []).find((other) => other.domain === alias);
  const where = holder
    ? `${holder.kind} ${holder.distributionId} of account ${holder.accountId} holds it`
    : 'CloudFront knows no holder of it';
  return {
    property: 'Aliases',
    found: `${alias} is not on the source ${source.id}; ${where}.`,
    remedy: holder
      ? 'Name that distribution in Source. If no distribution of yours has the id, look at services that make their own: Amplify, API Gateway, App Runner.'
      : 'Correct the name, or add it to the target directly.',
  };
};

/** The transit wildcard must be free: exact names are unique over all accounts, and `*.p` is a name too. */
export const wildcardIsFree: Check = ({ migration, strategy, observed, target }) => {
  if (strategy !== 'WILDCARD') return undefined;
  const needed = absentFrom(wildcardsOver(migration.aliases), target);
  const holder = (observed.holders ?? []).find((other) => needed.includes(other.domain));
  return holder
    ? {
        property: 'Strategy',
        found: `WILDCARD needs ${holder.domain} for the target, but ${holder.kind} ${holder.distributionId} of account ${holder.accountId} holds it.`,
        remedy: 'Take the wildcard off that distribution for the time of the move.',
      }
    : undefined;
};
