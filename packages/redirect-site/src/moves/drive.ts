import { plan } from '@cutover/alias-migration';
import type { Move } from '../journal';
import { act, learn, type Outcome, type Scene, wait } from '../phases/phase';
import { withMove } from './moves';

/** How a move has ended: `message` is the migration's own. */
export interface Ended {
  readonly kind: 'ended';
  readonly how: 'done' | 'refused' | 'failed';
  readonly message: string;
}

/** The next step of the migration, as a step of the site: at most one change, planned on what was seen. */
export function drive({ journal, observed, now }: Scene, move: Move): Outcome | Ended {
  const { migrationId: id } = move.journal;
  const seen = observed.move?.id === id ? observed.move.seen : undefined;
  if (!seen) return { kind: 'look' };
  const { journal: after, step } = plan(seen, move.journal, now);
  const note = withMove(journal, move, { journal: after });
  switch (step.kind) {
    case 'look':
      return after === move.journal ? step : learn(note);
    case 'wait':
      return wait(step.for, step.delaySeconds, note);
    case 'do':
    case 'unwind': {
      const { action, message, delaySeconds } = step;
      // Locks are held by somebody whose journal others can find.
      const shown = action.kind === 'takeLocks' ? { journal: after, isShown: true } : { journal: after };
      return act({ kind: 'move', id, action }, message, {
        delaySeconds,
        note: withMove(journal, move, shown),
      });
    }
    case 'done':
      if (after !== move.journal && !step.forget) return learn(note);
      return { kind: 'ended', how: 'done', message: step.message };
    case 'refuse':
      return { kind: 'ended', how: 'refused', message: step.message };
    case 'fail':
      if (after !== move.journal) return learn(note);
      return { kind: 'ended', how: 'failed', message: step.message };
  }
}

/** Undefined where no copy of its journal is left with those of migrations. */
export const unshown = ({ journal: { migrationId: id }, isShown }: Move): Outcome | undefined =>
  isShown ? act({ kind: 'forgetMove', id }, 'The names are locked no more.', { delaySeconds: 1 }) : undefined;
