import { Failure, type JournalStore } from '@cutover/handler-kit';
import type { Journal } from '../journal';
import type { Keeper, Part } from '../observed';
import type { AliasHolder, CloudFrontPort, Distribution, Ports } from '../port';
import { choose } from '../strategies';

/** Whom to ask about: names that are not on the source, and the transit wildcards. */
export async function holders(
  { cloudFront }: Ports,
  journal: Journal,
  seen: Part,
  store: JournalStore<Journal>,
): Promise<Part> {
  const { migration } = journal;
  const { source, target } = seen;
  if (!target || !source) return { holders: [] };
  // CloudFront answers only for a distribution whose certificate covers the name; the target may have none yet.
  const [port, asking] =
    target.certificate.kind === 'default' ? [cloudFront.source, source] : [cloudFront.target, target];
  const strangers = migration.aliases.filter((alias) => !source.aliases.includes(alias));
  const wildcards = choose({ migration, observed: seen }).way.wildcards(migration);
  const found: AliasHolder[] = [];
  for (const domain of [...strangers, ...wildcards])
    found.push(...(await conflictsIfTold(port, domain, asking.id)));
  return { holders: found, keepers: await keepersOf(store, journal, target) };
}

/** Journals are read only where a name is on the target already: the locks of finished migrations are gone. */
async function keepersOf(
  store: JournalStore<Journal>,
  { migrationId, migration }: Journal,
  target: Distribution,
): Promise<Keeper[]> {
  const there = migration.aliases.filter((alias) => target.aliases.includes(alias));
  const ids = there.length === 0 ? [] : (await store.list()).filter((id) => id !== migrationId);
  const others = await Promise.all(ids.map((id) => store.read(id)));
  return others.flatMap((other) =>
    other?.phase === 'DONE' && other.migration.target.distributionId === target.id
      ? there
          .filter((alias) => other.migration.aliases.includes(alias))
          .map((alias) => ({ alias, migrationId: other.migrationId }))
      : [],
  );
}

/** Who holds a name is good to know but not needed: CloudFront itself refuses a name that is taken. */
export async function conflictsIfTold(
  port: CloudFrontPort,
  domain: string,
  askingId: string,
): Promise<AliasHolder[]> {
  try {
    return await port.findConflicts(domain, askingId);
  } catch (error) {
    if (error instanceof Failure && ['CertificateRefused', 'Refused', 'Denied'].includes(error.failure))
      return [];
    throw error;
  }
}
