import { enumerate } from '../../names';
import type { RecordSet } from '../../port';
import { leadsTo, recordsMissing } from '../../records';
import type { Outcome, Run } from '../phase';
import { unwind } from '../unwind';

/** Only records that lead to the target are ours to turn back; what somebody else wrote meanwhile stays. */
export function returnRecords(run: Run): Outcome | undefined {
  const { migration, journal, before, observed } = run;
  const shown = observed.records ?? [];
  const ours = recordsMissing(before.records, shown).filter((record) =>
    isOurs(record, shown, before.target.domainName),
  );
  if (ours.length === 0 || !migration.dns) return undefined;
  const { hostedZoneId } = migration.dns;
  const batch = { comment: `Put back by ${journal.migrationId}`, upserts: ours, deletes: [] };
  const names = enumerate(ours.map((record) => record.name));
  const action = { kind: 'changeRecords', to: 'source', hostedZoneId, batch } as const;
  return unwind(run, action, `Pointing ${names} back to the source.`, 10);
}

const isOurs = (record: RecordSet, shown: readonly RecordSet[], targetName: string): boolean =>
  shown.some(
    (other) => other.type === record.type && other.name === record.name && leadsTo(other) === targetName,
  );
