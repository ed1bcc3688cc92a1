import {
  type Declaration,
  type Migration,
  migrationJournals,
  migrationOf,
  observe,
  openCreate,
  type Ports,
  type Preview,
  preview,
} from '@cutover/alias-migration';
import { UserError } from '../user-error';

/** A move as it would go, with what was declared. */
export interface Plan {
  readonly migration: Migration;
  readonly preview: Extract<Preview, { kind: 'seen' }>;
}

/**
 * Looks at what the preflight of a real run looks at, and changes nothing.
 * @param now wall milliseconds: certificates expire
 * @throws UserError when the declaration contradicts itself, or a distribution is not there
 * @throws Failure when AWS does not let these eyes look
 */
export async function planMove(
  declaration: Declaration,
  accountId: string,
  eyes: (migration: Migration) => Promise<Ports>,
  now: number,
): Promise<Plan> {
  const migration = migrationOf(declaration, accountId);
  const wish = { migrationId: 'plan', migration, declared: { ...declaration }, now };
  const opening = openCreate(wish)(undefined);
  if (opening.kind !== 'go') throw new UserError(opening.message);
  const ports = await eyes(migration);
  const observed = await observe(ports, migrationJournals(ports.parameters), opening.journal);
  const found = preview(opening.journal, observed, now);
  if (found.kind === 'seen') return { migration, preview: found };
  throw new UserError(
    `${found.property}: there is no distribution ${found.distributionId} in the account that was asked; correct the id or the profile`,
  );
}
