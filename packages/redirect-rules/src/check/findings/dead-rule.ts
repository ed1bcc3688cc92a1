import type { Rule } from '../../model/rule-set';
import { type Check, urlOf } from '../context';
import { unreached } from '../reach';

/** A rule that never answers, because an earlier one matches all that it matches: proved, not tried. */
export const deadRule: Check = {
  name: 'dead-rule',
  severity: 'warning',
  *look(context) {
    for (const subject of context.subjects) {
      if (subject.rule === undefined) continue;
      const found = unreached(context, subject as typeof subject & { rule: Rule });
      if (found?.coveredBy === undefined) continue;
      const { id, at } = found.coveredBy;
      const says = `it never answers: ${id} (line ${at.line}) stands before it and matches all that it matches, such as ${urlOf(found.request)}. Remove one, or move this one up.`;
      yield { subject, says, example: found.request };
    }
  },
};
