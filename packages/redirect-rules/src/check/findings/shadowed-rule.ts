import type { Rule } from '../../model/rule-set';
import { type Check, urlOf } from '../context';
import { unreached } from '../reach';

/** A rule that no request of ours reached, though they match it. That none can is not proved. */
export const shadowedRule: Check = {
  name: 'shadowed-rule',
  severity: 'warning',
  *look(context) {
    for (const subject of context.subjects) {
      if (subject.rule === undefined) continue;
      const found = unreached(context, subject as typeof subject & { rule: Rule });
      if (found === undefined || found.coveredBy !== undefined) continue;
      const says = `all requests that were tried on it are answered before it, by ${found.answeredBy.join(', ')}: ${urlOf(found.request)}. Declare a test that reaches it, or move it up.`;
      yield { subject, says, example: found.request };
    }
  },
};
