import { enumerate, isWildcard } from '../names';
import { absentFrom } from '../phases/phase';
import type { AliasHolder } from '../port';
import { ways } from '../strategies';
import type { Check, Question } from './check';

/** Names that are there already are adopted, unless another resource answers for them: two would undo each other. */
export const nobodyKeepsTheNames: Check = ({ observed }) => {
  const [keeper] = observed.keepers ?? [];
  return keeper
    ? {
        property: 'Aliases',
        found: `${keeper.alias} was moved to this target by migration ${keeper.migrationId}, which still answers for it.`,
        remedy:
          'Leave it out of Aliases, or delete that migration first (with DeletionBehavior KEEP the name stays).',
        code: 'AlreadyExists',
      }
    : undefined;
};

export const sourceHoldsTheNames: Check = ({ migration, source, target, observed }) => {
  const [alias] = absentFrom(absentFrom(migration.aliases, source), target);
  if (alias === undefined) return undefined;
  const holder = (observed.holders ?? []).find((other) => other.domain === alias);
  const where = holder ? `${whoIs(holder)} holds it` : 'CloudFront knows no holder of it';
  return {
    property: 'Aliases',
    found: `${alias} is not on the source ${source.id}; ${where}.`,
    remedy: holder
      ? 'Name that distribution in Source. If no distribution of yours has the id, look at services that make their own: Amplify, API Gateway, App Runner.'
      : 'Correct the name, or add it to the target directly.',
  };
};

/** The transit wildcard must be free: exact names are unique over all accounts, and `*.p` is a name too. */
export const wildcardIsFree: Check = (question) => {
  const needed = transitWildcards(question);
  const holder = othersNames(question).find((other) => needed.includes(other.domain));
  return holder
    ? {
        property: 'Strategy',
        found: `WILDCARD needs ${holder.domain} for the target, but ${whoIs(holder)} holds it.`,
        remedy: 'Take the wildcard off that distribution for the time of the move.',
      }
    : undefined;
};

/** CloudFront's wildcards reach over several labels, and the longest one wins: ours must not win over another's. */
export const wildcardDrawsNothing: Check = (question) => {
  const needed = transitWildcards(question);
  const isWider = (domain: string): boolean =>
    isWildcard(domain) && needed.some((name) => name !== domain && name.endsWith(domain.slice(1)));
  const wider = othersNames(question).find(({ domain }) => isWider(domain));
  return wider
    ? {
        property: 'Strategy',
        found: `${whoIs(wider)} holds ${wider.domain}, and what it serves under ${enumerate(needed)} would be served by the target during the move.`,
        remedy:
          'Give the names that it serves there aliases of their own first, and take the wildcard off it.',
      }
    : undefined;
};

/** The longest wildcard wins, so a narrower one of somebody else would answer for the names between two sides. */
export const wildcardReachesTheNames: Check = (question) => {
  const { migration } = question;
  const needed = transitWildcards(question);
  const isBetween = (domain: string): boolean =>
    isWildcard(domain) &&
    !needed.includes(domain) &&
    needed.some((name) => domain.endsWith(name.slice(1))) &&
    migration.aliases.some((alias) => alias.endsWith(domain.slice(1)));
  const narrower = othersNames(question).find(({ domain }) => isBetween(domain));
  return narrower
    ? {
        property: 'Wildcard.Name',
        found: `${whoIs(narrower)} holds ${narrower.domain}, which would answer for the names while they are under ${enumerate(needed)}.`,
        remedy: 'Leave Wildcard.Name out, so that each name moves under the wildcard over its own parent.',
      }
    : undefined;
};

const transitWildcards = ({ migration, strategy, target }: Question): string[] =>
  absentFrom(ways[strategy].wildcards(migration), target);

/** The source is asked for by name, so ListDomainConflicts leaves its own names out. */
const othersNames = ({ source, observed }: Question): AliasHolder[] => [
  ...(observed.holders ?? []),
  ...source.aliases.map((domain) => ({
    domain,
    distributionId: source.id,
    accountId: source.accountId,
    kind: 'distribution' as const,
  })),
];

const whoIs = ({ kind, distributionId, accountId }: AliasHolder): string =>
  `${kind} ${distributionId} of account ${accountId}`;
