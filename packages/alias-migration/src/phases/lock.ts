import { enumerate } from '../names';
import { act, hold, onward, type Rule, to } from './phase';

/** SSM takes about three writes a second; a hundred names are locked over some turns. */
export const LOCKS_PER_TURN = 3;

/** Another migration's bake may be what is waited for. */
const BUDGET_MINUTES = 12 * 60;
const WAIT_SECONDS = 30;

/**
 * LOCKING: every name is ours alone before anything is changed. A name that another run moves is a conflict; its transit
 * wildcard on the same target comes free by itself, and then the world is looked at anew.
 */
export const lock: Rule = {
  looks: ['locks'],
  budgetMinutes: BUDGET_MINUTES,
  decide: ({ migration, journal, observed }) => {
    const { before } = journal;
    const locks = observed.locks ?? [];
    const taken = locks.find((view) => view.holder && view.holder !== journal.migrationId && !view.isStale);
    if (taken && !migration.aliases.includes(taken.alias))
      return hold(
        `migration ${taken.holder} to give up ${taken.alias}, under which its own names move`,
        WAIT_SECONDS,
        {
          waited: true,
        },
      );
    if (taken)
      return {
        kind: 'back',
        code: 'ResourceConflict',
        message: `${taken.alias} is being moved by migration ${taken.holder}. Wait until that one has ended, or delete it.`,
      };
    if (journal.waited) return to('PREFLIGHT', { waited: undefined });
    const missing = locks.filter((view) => view.holder !== journal.migrationId).map((view) => view.alias);
    if (missing.length > 0)
      return act(
        { kind: 'takeLocks', names: missing.slice(0, LOCKS_PER_TURN) },
        `Locking ${enumerate(missing)}.`,
        1,
      );
    if (!before) throw new Error('The journal has no record of the world before LOCKING.');
    const { resumeAt } = journal;
    return resumeAt ? to(resumeAt, { resumeAt: undefined }) : onward({ migration, journal, before });
  },
};
