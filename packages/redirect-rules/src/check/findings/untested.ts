import type { Match } from '../../model/rule-set';
import { type Check, urlOf } from '../context';

/** A regex or a query is easily wrong, and what we generate from it is wrong with it: an author says what is meant. */
export const untested: Check = {
  name: 'untested',
  severity: 'error',
  *look(context) {
    for (const { site, rule, request } of context.coverage.missed) {
      if (!needsTest(rule.match)) continue;
      const subject = { site, rule, outcome: rule.outcome };
      const would = request === undefined ? '' : ` This request reaches it: ${urlOf(request)}.`;
      const says = `no declared test reaches it, and it matches by a regex or the query: declare one in Tests.${would}`;
      yield { subject, says, ...(request !== undefined && { example: request }) };
    }
  },
};

const needsTest = ({ path, query, queryRegex, uriRegex }: Match): boolean =>
  path.kind === 'regex' ||
  queryRegex !== undefined ||
  uriRegex !== undefined ||
  Object.keys(query ?? {}).length > 0;
