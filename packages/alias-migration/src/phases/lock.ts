import { enumerate } from '../names';
import { act, onward, type Rule, to } from './phase';

/** SSM takes about three writes a second; a hundred names are locked over some turns. */
export const LOCKS_PER_TURN = 3;

/** LOCKING: every name is ours alone before anything is changed. */
export const lock: Rule = {
  looks: ['locks'],
  budgetMinutes: 15,
  decide: ({ migration, journal, observed }) => {
    const { before } = journal;
    const locks = observed.locks ?? [];
    const taken = locks.find((view) => view.holder && view.holder !== journal.migrationId && !view.isStale);
    if (taken)
      return {
        kind: 'back',
        code: 'ResourceConflict',
        message: `${taken.alias} is being moved by migration ${taken.holder}. Wait until that one has ended, or delete it.`,
      };
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
