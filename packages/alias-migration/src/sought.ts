import type { Migration } from './migration';
import { absentFrom } from './phases/phase';
import type { AliasHolder, CloudFrontPort, Distribution } from './port';

/** A look for the source that nobody has declared. */
export interface Sought {
  /** The name that was asked for; undefined: all are on the target already. */
  readonly name: string | undefined;
  /** Who holds it, where CloudFront tells. */
  readonly holder?: AliasHolder;
  /** The distribution of the stack's account that is meant. */
  readonly distributionId?: string;
}

/**
 * Asks CloudFront who holds the first name that is not on the target. Ids come masked in their first half; the second
 * half and the name itself tell which distribution of one's own it is.
 */
export async function seek(
  port: Pick<CloudFrontPort, 'listDistributions'>,
  { aliases }: Pick<Migration, 'aliases'>,
  target: Distribution,
  conflictsOf: (name: string) => Promise<AliasHolder[]>,
): Promise<Sought> {
  const [name] = absentFrom(aliases, target);
  if (name === undefined) return { name };
  const holder = (await conflictsOf(name)).find(({ domain }) => domain === name);
  const own = (await port.listDistributions()).find(
    ({ id, aliases: names }) => id !== target.id && names.includes(name) && (!holder || isMasked(holder, id)),
  );
  return { name, holder, distributionId: own?.id };
}

const isMasked = ({ distributionId: masked }: AliasHolder, id: string): boolean =>
  masked.length === id.length && id.endsWith(masked.replace(/^\*+/, ''));

/** The migration as it goes on once its source is known. */
export const settledOn = (migration: Migration, { id }: Distribution): Migration =>
  migration.source.isSought
    ? { ...migration, source: { ...migration.source, distributionId: id } }
    : migration;

/** Why there is no source, in words for people. */
export function notFound({ accountId }: Pick<Migration, 'accountId'>, { name, holder }: Sought): string {
  if (name === undefined)
    return 'Source: all Aliases are on the target already, so the source cannot be found by them. Name it in Source.DistributionId.';
  const where = holder
    ? `${holder.kind} ${holder.distributionId} of account ${holder.accountId} holds it`
    : `CloudFront names no holder of ${name}`;
  return `Source: no distribution of account ${accountId} has ${name}; ${where}. If it is in another account of yours, name it in Source with AccountId and RoleArn. If no distribution of yours has the id, look at services that make their own: Amplify, API Gateway, App Runner.`;
}
