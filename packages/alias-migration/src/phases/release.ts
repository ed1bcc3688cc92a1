import { enumerate } from '../names';
import { wayOf } from '../strategies';
import { absentFrom, act, editOf, hold, LOOKS_TO_BELIEVE, onward, presentOn, ruleOfRun } from './phase';

/**
 * RELEASING (the article's step 3, the cutover): the source lets all names go in one update. Edges that have it
 * fall back to the target's wildcard, the others still serve the source: no edge is ever without an answer.
 */
export const release = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 30,
  decide: (run) => {
    const { migration, journal, source, target, names, now } = run;
    const held = presentOn(names, source);
    if (held.length === 0) return onward(run, { passes: 0, cutoverAt: journal.cutoverAt ?? now });
    const bare = absentFrom(wayOf(journal).wildcards({ ...migration, aliases: held }), target);
    if (bare.length > 0 && journal.passes < LOOKS_TO_BELIEVE)
      return hold(`the target to show ${enumerate(bare)} again`, 10, { passes: journal.passes + 1 });
    if (bare.length > 0)
      return {
        kind: 'back',
        code: 'ResourceConflict',
        message: `Somebody took ${enumerate(bare)} off the target ${target.id} while it was needed. Stop that deployment and try again.`,
      };
    const edit = { addAliases: [], removeAliases: held };
    const action = editOf('source', source, edit);
    return act(action, `Cutover: the source ${source.id} releases ${enumerate(held)}.`, 3);
  },
});
