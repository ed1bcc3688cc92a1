import type { Journal } from '@cutover/alias-migration';
import { type Properties, shownOf } from './codec';
import type { Workshop } from './workshop';

/**
 * The migration as it stands. A finished one is compared with the live target: an alias that has left it is left out
 * of Aliases, which CloudFormation shows as drift. May be called at any time; changes nothing.
 */
export async function readMigration(
  workshop: Workshop,
  migrationId: string,
): Promise<Properties | undefined> {
  const journal = await workshop.journals.read(migrationId);
  if (!journal) return undefined;
  if (journal.phase !== 'DONE') return shownOf(journal);
  const held = await aliasesOnTarget(workshop, journal);
  return shownOf(
    journal,
    journal.migration.aliases.filter((alias) => !held.includes(alias)),
  );
}

async function aliasesOnTarget(workshop: Workshop, { migration }: Journal): Promise<readonly string[]> {
  const { cloudFront } = workshop.portsFor(migration);
  const target = await cloudFront.target.findDistribution(migration.target.distributionId);
  return target?.aliases ?? [];
}
