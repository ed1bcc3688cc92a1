import { bypassRecords } from '../bypass';
import { validationName } from '../dns/semaphore';
import { follow } from '../dns/trail';
import type { Before, Journal } from '../journal';
import type { NameAnswers, Part } from '../observed';
import type { Ports, RecordSet, Zone } from '../port';
import { redirected } from '../records';

/** What name servers answer, past every cache: the customer's for names that they lead, ours for the change under way. */
export async function authority({ dns }: Ports, journal: Journal): Promise<Part> {
  const { migration, before, records } = journal;
  if (migration.externalDns)
    return {
      trails: await Promise.all(migration.aliases.map((alias) => follow(dns, alias, 'A'))),
      validations: before?.semaphoreZone
        ? await Promise.all(migration.aliases.map((alias) => follow(dns, validationName(alias), 'TXT')))
        : [],
    };
  if (!migration.dns || !before) return { isPublished: true, authority: [] };
  const isPublished = records?.changeId === undefined || (await dns.isPublished(records.changeId));
  const zone = isPublished ? await dns.findZone(migration.dns.hostedZoneId) : undefined;
  return {
    isPublished,
    authority: zone ? await askAuthority({ dns }, zone, recordsUnderWay(journal, before)) : [],
  };
}

/** The sets that the change under way asks for. */
function recordsUnderWay({ migration, records }: Journal, before: Before): readonly RecordSet[] {
  const { to = 'target', names = migration.aliases } = records ?? {};
  if (to === 'bypass') return bypassRecords(migration, names);
  const sets = before.records.filter(({ name }) => names.includes(name));
  return to === 'source' ? sets : sets.map((record) => redirected(record, before.target));
}

async function askAuthority(
  { dns }: Pick<Ports, 'dns'>,
  zone: Zone,
  records: readonly NameAnswers['record'][],
): Promise<NameAnswers[]> {
  // An ALIAS shows addresses only, the same for every distribution.
  const telling = records.filter(({ type, aliasTarget }) => !aliasTarget && type !== 'HTTPS');
  return Promise.all(
    telling.map(async (record) => ({
      record,
      answers: await dns.askAuthority(zone, record.name, record.type),
    })),
  );
}
