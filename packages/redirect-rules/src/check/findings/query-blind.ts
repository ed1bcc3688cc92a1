import type { Request } from '../../model/exchange';
import { type Check, type Subject, urlOf } from '../context';

/** What campaigns and mail programs add to links. */
const added = 'utm_source=x';

/** A rule that stops matching when a parameter is added: a regex on path and query that anchors its end, for one. */
export const queryBlind: Check = {
  name: 'query-blind',
  severity: 'warning',
  *look(context) {
    for (const subject of context.subjects) {
      if (!looksAtQuery(subject)) continue;
      const alone = context.alone(subject);
      const examples = context.examplesOf(subject);
      const longer = examples.map(withParameter);
      const [example] = longer;
      if (example === undefined || longer.some((request) => alone(request).rule === subject.rule?.id))
        continue;
      const instead = context.answer(example).rule;
      const says = `a parameter more and it does not match: ${urlOf(example)} is answered by ${instead}. Match On: Path, or let (\\?.*)? stand before the end.`;
      yield { subject, says, example };
    }
  },
};

function looksAtQuery({ rule }: Subject): boolean {
  if (rule === undefined) return false;
  const { path, queryRegex, uriRegex } = rule.match;
  return queryRegex !== undefined || uriRegex !== undefined || (path.kind === 'regex' && path.on === 'uri');
}

const withParameter = (request: Request): Request => ({
  ...request,
  uri: `${request.uri}${request.uri.includes('?') ? '&' : '?'}${added}`,
});
