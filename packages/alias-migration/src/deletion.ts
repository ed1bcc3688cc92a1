import type { Instant } from '@cutover/ground';
import type { Journal } from './journal';
import { strategyOf } from './migration';

/** What a delete begins with: the journal turned towards what its DeletionBehavior asks; undefined: just forget. */
export function beginDeletion(journal: Journal, now: Instant): Journal | undefined {
  if (journal.deleting && !isStuck(journal)) return journal;
  const turned = (phase: Journal['phase'], message: string): Journal => ({
    ...journal,
    phase,
    phaseSince: now,
    startedAt: now,
    trouble: undefined,
    deleting: true,
    because: journal.because ?? { code: 'NotStabilized', message, at: now },
  });
  switch (journal.phase) {
    case 'PREFLIGHT':
    case 'PLANNED':
    case 'RESTORED':
      return undefined;
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
      return turned(
        'RESTORING',
        `the ${strategyOf(journal.migration)} migration was deleted before it had ended.`,
      );
  }
}

/** A deletion that failed is asked for again: its phases get their time anew. */
const isStuck = (journal: Journal): boolean => journal.trouble?.disposition === 'giveUp';
