import { minutesToMs } from '@cutover/ground';
import { enumerate, wildcardsOver } from '../names';
import type { RecordSet } from '../port';
import { leadsTo, recordsMissing } from '../records';
import { absentFrom, editOf, type Outcome, presentOn, type Run } from './phase';
import { wildcardsMissing } from './transit';
import { unwind } from './unwind';

/** A released name may be free only when that is deployed; who holds it longer than this is somebody else. */
const FOREIGN_AFTER_MINUTES = 15;

/** The source takes its names back; in WILDCARD the wildcard keeps serving them until it has. */
export function returnNames(run: Run): Outcome | undefined {
  const { migration, before, source, target } = run;
  const away = absentFrom(migration.aliases, source);
  if (away.length === 0) return undefined;
  const claimed = presentOn(away, target);
  if (before.strategy === 'ATOMIC' && claimed[0] !== undefined) return moveBack(run, claimed[0]);
  const bare = wildcardToServe(run);
  if (bare) return bare;
  // CloudFront refuses a name whose record points to another distribution: records first.
  const records = returnRecords(run);
  if (records) return records;
  if (claimed.length > 0) {
    const edit = { addAliases: absentFrom(wildcardsOver(claimed), target), removeAliases: claimed };
    const message = `The wildcard serves ${enumerate(claimed)} again on the way back.`;
    return unwind(run, editOf('target', run.target, edit), message, 3);
  }
  return takeBack(run, away);
}

function moveBack(run: Run, alias: string): Outcome {
  const { id, etag } = run.source;
  const action = { kind: 'moveAlias', alias, to: 'source', distributionId: id, etag } as const;
  return unwind(run, action, `Moving ${alias} back to the source ${id}.`, 2);
}

/** While the source may not take its names yet, the wildcard has to serve them; once refused it is not insisted on. */
function wildcardToServe(run: Run): Outcome | undefined {
  const missing = wildcardsMissing(run);
  const failure = run.journal.trouble?.failure;
  const mustWait = failure === 'DnsPointsElsewhere' || (failure === undefined && returnRecords(run));
  if (missing.length === 0 || !mustWait || !run.target.enabled) return undefined;
  const edit = { addAliases: missing, removeAliases: [] };
  return unwind(
    run,
    editOf('target', run.target, edit),
    `${enumerate(missing)} serves the names meanwhile.`,
    3,
  );
}

/**
 * In one update; once CloudFront has said that one of the names is held, one by one, for it does not say which. A name
 * that stays held belongs to somebody else by now: taking it from them is not ours to do.
 */
function takeBack(run: Run, away: readonly string[]): Outcome | undefined {
  const { journal, source, target, now } = run;
  const held = journal.trouble?.failure === 'AliasHeld' ? journal.trouble : undefined;
  const isSettled = source.deployed && target.deployed;
  if (held && isSettled && now > held.since + minutesToMs(FOREIGN_AFTER_MINUTES)) return undefined;
  const addAliases = held ? [...away].slice(held.times % away.length).slice(0, 1) : [...away];
  const message = `The source ${source.id} takes ${enumerate(addAliases)} back.`;
  return unwind(run, editOf('source', run.source, { addAliases, removeAliases: [] }), message, 5);
}

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
