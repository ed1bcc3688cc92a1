import type { Action } from '../journal';
import { enumerate } from '../names';
import type { DistributionEdit, RecordSet } from '../port';
import { leadsTo, recordsMissing } from '../records';
import { LOCKS_PER_TURN } from './lock';
import {
  absentFrom,
  DEPLOYMENT_POLL_SECONDS,
  type Outcome,
  presentOn,
  type Run,
  ruleOfRun,
  to,
  wait,
} from './phase';

/**
 * RESTORING: from wherever the run is, one change at a time, back to the world of `before`. Decided from what is
 * seen alone, so it is the same road after a sick target, a refused call, a killed turn or a delete.
 */
export const restore = ruleOfRun({
  looks: ['ends', 'records', 'locks'],
  budgetMinutes: 24 * 60,
  patientWith: [
    'DnsPointsElsewhere',
    'AliasHeld',
    'CertificateRefused',
    'Refused',
    'InUse',
    'Denied',
    'QuotaReached',
  ],
  decide: (run) => {
    const undo = returnNames(run) ?? returnRecords(run) ?? deployed(run) ?? clearTarget(run);
    return undo ? (lostLocks(run) ?? undo) : freeLocks(run);
  },
});

/** Nothing is touched without the locks: a run that never held them, or has given them up, takes them first. */
function lostLocks({ journal, observed }: Run): Outcome | undefined {
  const locks = observed.locks ?? [];
  const other = locks.find((lock) => lock.holder && lock.holder !== journal.migrationId && !lock.isStale);
  if (other)
    return {
      kind: 'fail',
      code: 'ResourceConflict',
      message: `${other.alias} now belongs to migration ${other.holder}, so it was left as it is.`,
    };
  const free = locks.filter((lock) => lock.holder !== journal.migrationId).map((lock) => lock.alias);
  if (free.length === 0) return undefined;
  const action = { kind: 'takeLocks', names: free.slice(0, LOCKS_PER_TURN) } as const;
  return unwind(journal.because?.message, action, 'Locking the names again.', 1);
}

/** The source takes its names back; in WILDCARD the wildcard keeps serving them until it has. */
function returnNames(run: Run): Outcome | undefined {
  const { migration, journal, before, source, target } = run;
  const away = absentFrom(migration.aliases, source);
  if (away.length === 0) return undefined;
  const because = journal.because?.message;
  if (before.strategy === 'ATOMIC') return returnOne(run, away);
  // CloudFront refuses a name whose record points to another distribution: records first.
  const records = returnRecords(run);
  if (records) return records;
  const claimed = presentOn(away, target);
  if (claimed.length > 0) {
    const edit = { addAliases: absentFrom(before.wildcards, target), removeAliases: claimed };
    return unwind(
      because,
      editTarget(run, edit),
      `The wildcard serves ${enumerate(claimed)} again on the way back.`,
      3,
    );
  }
  const edit = { addAliases: away, removeAliases: [] };
  const action = {
    kind: 'editDistribution',
    side: 'source',
    distributionId: source.id,
    edit,
    etag: source.etag,
  } as const;
  return unwind(because, action, `The source ${source.id} takes ${enumerate(away)} back.`, 5);
}

function returnOne({ journal, source, target }: Run, away: readonly string[]): Outcome | undefined {
  const [alias] = presentOn(away, target);
  // A name that neither side holds was taken by a third: taking it from them is not ours to do.
  if (!alias) return undefined;
  const action = {
    kind: 'moveAlias',
    alias,
    to: 'source',
    distributionId: source.id,
    etag: source.etag,
  } as const;
  return unwind(journal.because?.message, action, `Moving ${alias} back to the source ${source.id}.`, 2);
}

/** Only records that lead to the target are ours to turn back; what somebody else wrote meanwhile stays. */
function returnRecords({ migration, journal, before, observed }: Run): Outcome | undefined {
  const shown = observed.records ?? [];
  const ours = recordsMissing(before.records, shown).filter((record) =>
    isOurs(record, shown, before.target.domainName),
  );
  if (ours.length === 0 || !migration.dns) return undefined;
  const batch = { comment: `Put back by ${journal.migrationId}`, upserts: ours, deletes: [] };
  const action = {
    kind: 'changeRecords',
    to: 'source',
    hostedZoneId: migration.dns.hostedZoneId,
    batch,
  } as const;
  return unwind(
    journal.because?.message,
    action,
    `Pointing ${enumerate(ours.map((record) => record.name))} back to the source.`,
    10,
  );
}

const isOurs = (record: RecordSet, shown: readonly RecordSet[], targetName: string): boolean =>
  shown.some(
    (other) => other.type === record.type && other.name === record.name && leadsTo(other) === targetName,
  );

function deployed({ migration, source, target, before }: Run): Outcome | undefined {
  const isClear = presentOn([...before.wildcards, ...migration.aliases], target).length === 0;
  if (!source.deployed)
    return wait(`the source ${source.id} to serve its names at every edge again`, DEPLOYMENT_POLL_SECONDS);
  return before.strategy === 'ATOMIC' && !target.deployed && isClear
    ? wait(`the target ${target.id} to deploy`, DEPLOYMENT_POLL_SECONDS)
    : undefined;
}

/** What we brought to the target goes: names, wildcard, certificate. */
function clearTarget(run: Run): Outcome | undefined {
  const { migration, journal, before, target } = run;
  const brought = [...before.wildcards, ...migration.aliases].filter(
    (name) => !before.target.aliases.includes(name),
  );
  const removeAliases = presentOn(brought, target);
  const arn = migration.target.certificateArn;
  const isOurCertificate =
    arn !== undefined && target.certificate.kind === 'acm' && target.certificate.arn === arn;
  const wasThere = before.target.certificate.kind === 'acm' && before.target.certificate.arn === arn;
  const certificate = isOurCertificate && !wasThere ? before.target.certificate : undefined;
  const others = target.aliases.filter((alias) => !removeAliases.includes(alias));
  // Somebody else's names on the target may live on our certificate by now: then it stays.
  const canTakeCertificate = certificate && others.every((alias) => before.target.aliases.includes(alias));
  if (removeAliases.length === 0 && !canTakeCertificate) return undefined;
  const edit = { addAliases: [], removeAliases, ...(canTakeCertificate ? { certificate } : {}) };
  return unwind(
    journal.because?.message,
    editTarget(run, edit),
    `Taking ${enumerate([...before.wildcards])} off the target again.`,
    5,
  );
}

function freeLocks({ journal, observed }: Run): Outcome {
  const held = (observed.locks ?? []).filter((lock) => lock.holder === journal.migrationId);
  if (held.length === 0) return to('RESTORED');
  return unwind(
    journal.because?.message,
    { kind: 'releaseLocks', names: held.map((lock) => lock.alias) },
    'Releasing the locks.',
    1,
  );
}

const editTarget = ({ target }: Run, edit: DistributionEdit): Action => ({
  kind: 'editDistribution',
  side: 'target',
  distributionId: target.id,
  edit,
  etag: target.etag,
});

const unwind = (
  because = 'the migration was taken back',
  action: Action,
  message: string,
  delaySeconds: number,
): Outcome => ({
  kind: 'unwind',
  because,
  action,
  message: `${message} Because: ${because}`,
  delaySeconds,
});
