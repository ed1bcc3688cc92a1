import { bypassRecords } from '../bypass';
import type { RecordEnd, RecordMove } from '../journal';
import { enumerate } from '../names';
import type { RecordSet } from '../port';
import { batchTowards, recordsMissing, sameRecord } from '../records';
import { act, type Outcome, type Run } from './phase';

/** The next step until the zone shows these sets; undefined: it does, and the change that made it so is known. */
export function pointRecords(
  run: Run,
  to: Exclude<RecordEnd, 'source'>,
  wanted: readonly RecordSet[],
): Outcome | undefined {
  const { migration, journal, before, observed } = run;
  const shown = (observed.records ?? []).filter(({ name }) => wanted.some((record) => record.name === name));
  const foreign = foreignAmong(run, wanted, shown);
  if (foreign)
    return {
      kind: 'back',
      code: 'ResourceConflict',
      message: `The ${foreign.type} record of ${foreign.name} was changed by somebody else during the move. Find out who before you try again.`,
    };
  const { upserts, deletes } = batchTowards(wanted, shown);
  const isShown = recordsMissing(wanted, shown).length === 0 && deletes.length === 0;
  if (isShown && isChangeKnown(journal.records, to, wanted)) return undefined;
  const batch = { comment: `Moved by ${journal.migrationId}`, upserts, deletes };
  const { hostedZoneId = '' } = migration.dns ?? {};
  const end = to === 'target' ? before.target.domainName : 'the bypass';
  const names = enumerate(wanted.map((record) => record.name));
  return act({ kind: 'changeRecords', to, hostedZoneId, batch }, `Pointing ${names} to ${end}.`, 10);
}

/**
 * Whether the change that leads all of these sets to that end is on record. Without its id there is no telling whether
 * it is published, and one of a wave before says nothing of this one; the same upsert again gives a new id.
 */
export const isChangeKnown = (
  move: RecordMove | undefined,
  to: RecordEnd,
  sets: readonly RecordSet[],
): boolean =>
  move?.to === to &&
  move.changeId !== undefined &&
  sets.every(({ name }) => move.names?.includes(name) ?? true);

/** A set that neither was there before nor is of this move, or one that is gone. */
function foreignAmong(
  { migration, before, names }: Run,
  wanted: readonly RecordSet[],
  shown: readonly RecordSet[],
): RecordSet | undefined {
  const bypass = bypassRecords(migration, names);
  const known = [...before.records, ...wanted, ...bypass];
  const changed = shown.find((set) => !known.some((record) => sameRecord(record, set)));
  // Over a bypass a name has other types than before.
  const isThere = (record: RecordSet): boolean =>
    shown.some(({ name, type }) => name === record.name && (type === record.type || bypass.length > 0));
  return changed ?? wanted.find((record) => !isThere(record));
}
