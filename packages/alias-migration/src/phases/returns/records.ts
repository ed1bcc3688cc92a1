import { bypassRecords } from '../../bypass';
import { enumerate } from '../../names';
import type { RecordSet } from '../../port';
import { batchTowards, recordsMissing, redirected, sameRecord } from '../../records';
import type { Outcome, Run } from '../phase';
import { unwind } from '../unwind';

/**
 * Only records that lead to the target, or to the bypass, are ours to turn back; what somebody else wrote meanwhile
 * stays.
 * @param names left out: all of the migration
 */
export function returnRecords(run: Run, names = run.migration.aliases): Outcome | undefined {
  const { migration, journal, before, observed } = run;
  const ours = (observed.records ?? []).filter((set) => names.includes(set.name) && isOurs(run, set));
  const home = before.records.filter(({ name }) => ours.some((set) => set.name === name));
  const { deletes } = batchTowards(home, ours);
  const missing = recordsMissing(home, observed.records ?? []);
  if (missing.length + deletes.length === 0 || !migration.dns) return undefined;
  const { hostedZoneId } = migration.dns;
  const batch = { comment: `Put back by ${journal.migrationId}`, upserts: missing, deletes };
  const message = `Pointing ${enumerate(missing.map((record) => record.name))} back to the source.`;
  return unwind(run, { kind: 'changeRecords', to: 'source', hostedZoneId, batch }, message, 10);
}

/** A set of this move: it leads to the target, or to the bypass. */
export const isOurs = ({ migration, before }: Run, set: RecordSet): boolean =>
  [
    ...before.records.map((record) => redirected(record, before.target)),
    ...bypassRecords(migration, [set.name]),
  ].some((record) => sameRecord(record, set));
