import type { Instant } from '@cutover/ground';
import { namesLeftByHalt } from './halted';
import type { Because, Journal } from './journal';
import { enumerate } from './names';
import { takenBack } from './update/back';
import { courseOf } from './update/course';

/**
 * What a delete begins with: the journal turned towards what its DeletionBehavior asks; undefined: just forget.
 * @param isUnderWay an earlier turn of this same delete did so. One that failed and is asked for again, perhaps days
 * later, gets its time anew: the time of the first had run out, and what blocked it may be mended.
 */
export function beginDeletion(journal: Journal, isUnderWay: boolean, now: Instant): Journal | undefined {
  if (journal.deleting && isUnderWay) return journal;
  if (courseOf(journal)) return { ...takenBack(journal, deletedBetween(now), now), deleting: true };
  const turned = (phase: Journal['phase'], message: string): Journal => ({
    ...journal,
    phase,
    phaseSince: now,
    startedAt: now,
    trouble: undefined,
    passes: 0,
    deleting: true,
    because: journal.because ?? { code: 'NotStabilized', message, at: now },
  });
  switch (journal.phase) {
    case 'PREFLIGHT':
    case 'PLANNED':
    case 'RESTORED':
      return undefined;
    case 'AWAITING_DNS':
      // Nothing has moved; only the semaphore is there.
      if (!journal.before?.semaphoreZone) return undefined;
      return turned('RESTORING', 'the migration was deleted while it waited for DNS.');
    case 'HALTED':
      // Halting is what was declared; CloudFormation deletes a failed create by itself, and that must not undo it.
      if (journal.migration.onFailure === 'HALT') return undefined;
      return turned('RESTORING', 'the halted migration was deleted with OnFailure RESTORE.');
    case 'DONE':
      if (journal.migration.deletionBehavior === 'KEEP') return undefined;
      return journal.migration.deletionBehavior === 'RELEASE'
        ? turned('FREEING', 'the resource was deleted with DeletionBehavior RELEASE.')
        : turned('RETURNING', 'the resource was deleted with DeletionBehavior RESTORE_SOURCE.');
    case 'RETURNING':
    case 'FREEING':
      return turned(journal.phase, 'the resource was deleted.');
    default:
      // A failed create is deleted half way: everything goes back, whatever the DeletionBehavior of a finished one.
      return turned('RESTORING', 'the migration was deleted before it had ended.');
  }
}

/** An update is taken back first, and then the resource that it was goes as it declares. */
const deletedBetween = (at: Instant): Because => ({
  code: 'NotStabilized',
  message: 'the migration was deleted before its update had ended.',
  at,
});

/** What a delete says that has nothing to do. */
export function farewell(journal: Journal): string {
  const { phase, migration } = journal;
  const left = phase === 'DONE' ? migration.aliases : phase === 'HALTED' ? namesLeftByHalt(journal) : [];
  return left.length > 0
    ? `Forgotten; ${enumerate(left)} stay on ${migration.target.distributionId}.`
    : 'Forgotten; nothing was moved.';
}
