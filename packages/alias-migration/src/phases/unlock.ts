import { namesOfOurs } from '../adopted';
import { LOCKS_PER_TURN } from './lock';
import { absentFrom, type Outcome, type Run, to } from './phase';
import { unwind } from './unwind';

/** Nothing is touched without the locks: a run that never held them, or has given them up, takes them first. */
export function lostLocks(run: Run): Outcome | undefined {
  const { journal, observed } = run;
  const locks = observed.locks ?? [];
  const other = locks.find((lock) => lock.holder && lock.holder !== journal.migrationId && !lock.isStale);
  if (other)
    return {
      kind: 'fail',
      code: 'ResourceConflict',
      message: `${other.alias} now belongs to migration ${other.holder}, so it was left as it is. Wait until that one has ended, and try again.`,
    };
  const free = locks.filter((lock) => lock.holder !== journal.migrationId).map((lock) => lock.alias);
  if (free.length === 0) return undefined;
  const action = { kind: 'takeLocks', names: free.slice(0, LOCKS_PER_TURN) } as const;
  return unwind(run, action, 'Locking the names again.', 1);
}

/** The last change on the way back: the names are free for another migration. */
export function freeLocks(run: Run, next: 'RESTORED' | 'HALTED' = 'RESTORED'): Outcome {
  const { journal, observed, source } = run;
  const held = (observed.locks ?? []).filter((lock) => lock.holder === journal.migrationId);
  if (held.length === 0)
    return to(next, next === 'RESTORED' ? { strays: absentFrom(namesOfOurs(run), source) } : {});
  const action = { kind: 'releaseLocks', names: held.map((lock) => lock.alias) } as const;
  return unwind(run, action, 'Releasing the locks.', 1);
}
