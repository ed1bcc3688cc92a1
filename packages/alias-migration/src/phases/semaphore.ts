import { semaphoreName } from '../dns/semaphore';
import type { Action } from '../journal';
import { enumerate } from '../names';
import type { RecordBatch, RecordSet } from '../port';
import { act, type Outcome, onward, ruleOfRun, type Scene, to } from './phase';
import { unwind } from './unwind';

/** Our own record, which nobody but the gate reads: it may be taken away, and be forgotten, within a minute. */
const TTL_SECONDS = 60;

/**
 * PLACING_SEMAPHORE: our zone gets the TXT records that the customer's validation names have to lead to, before they are
 * asked to act. No name and no traffic hangs on them, so this needs no locks and counts as nothing changed.
 */
export const placeSemaphore = ruleOfRun({
  looks: ['ends', 'semaphore'],
  budgetMinutes: 30,
  decide: (run) => {
    const { migration, journal, observed } = run;
    const missing = wantedOf(run).filter((record) => !isIn(observed.semaphore, record));
    const action = changeOf(run, { upserts: missing, deletes: [] });
    if (action) return act(action, `Setting ${namesOf(missing)} TXT for the customer to lead to.`, 10);
    return migration.externalDns?.wait === 'RESUME' && !journal.isResumed ? to('AWAITING_DNS') : onward(run);
  },
});

/** The change that takes our semaphore away again; undefined: it is not there. */
export function semaphoreRemoval(scene: Scene): Action | undefined {
  const ours = wantedOf(scene).filter((record) => isIn(scene.observed.semaphore, record));
  return changeOf(scene, { upserts: [], deletes: ours });
}

/** The same on the way back. */
export function takeSemaphoreAway(scene: Scene): Outcome | undefined {
  const action = semaphoreRemoval(scene);
  return action && unwind(scene, action, 'Taking the semaphore away.', 5);
}

function wantedOf({ migration, journal }: Scene): RecordSet[] {
  const value = migration.externalDns?.semaphore?.value;
  const zone = journal.before?.semaphoreZone;
  if (value === undefined || zone === undefined) return [];
  return migration.aliases.map((alias) => ({
    name: semaphoreName(alias, zone),
    type: 'TXT',
    ttlSeconds: TTL_SECONDS,
    // As Route 53 has it: in quotes.
    values: [`"${value}"`],
  }));
}

const isIn = (shown: readonly RecordSet[] = [], { name, values }: RecordSet): boolean =>
  shown.some((record) => record.name === name && record.values?.join() === values?.join());

function changeOf({ migration, journal }: Scene, changes: Omit<RecordBatch, 'comment'>): Action | undefined {
  const hostedZoneId = migration.externalDns?.semaphore?.hostedZoneId;
  if (hostedZoneId === undefined || changes.upserts.length + changes.deletes.length === 0) return undefined;
  const batch = { comment: `Semaphore of ${journal.migrationId}`, ...changes };
  return { kind: 'changeSemaphore', hostedZoneId, batch };
}

const namesOf = (records: readonly RecordSet[]): string => enumerate(records.map(({ name }) => name));
