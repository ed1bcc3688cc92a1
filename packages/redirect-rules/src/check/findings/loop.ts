import type { Request } from '../../model/exchange';
import type { Check, Context, Subject } from '../context';
import { follow, requestTo, trailText } from '../trail';

/** Of the rules that a redirect may lead to, so many lend their paths. */
const maxLent = 30;

/** Redirects that come back to where they were, or go on without an end. */
export const loop: Check = {
  name: 'loop',
  severity: 'error',
  *look(context) {
    for (const subject of context.subjects) {
      if (subject.outcome.target === undefined) continue;
      for (const request of requestsOf(context, subject)) {
        const trail = follow(context.answer, request);
        if (trail.end !== 'loops') continue;
        const says = `the redirects never end: ${trailText(trail)}. Send one of them elsewhere.`;
        yield { subject, says, example: request };
        break;
      }
    }
  },
};

/**
 * Its own examples; and where it takes many paths along, those that its target's rules are about: a loop may take two
 * rules that only some paths have in common.
 */
function* requestsOf(context: Context, subject: Subject): Generator<Request> {
  const examples = context.examplesOf(subject);
  yield* examples;
  const [first] = examples;
  if (first === undefined || subject.rule?.match.path.kind === 'exact') return;
  const { location } = context.answer(first);
  const next = location === undefined ? undefined : requestTo(location, first);
  if (next === undefined) return;
  const site = context.siteOf(next.host);
  for (const rule of site?.rules.slice(0, maxLent) ?? []) {
    const [lent] = context.examplesOf({ site: site!, rule, outcome: rule.outcome });
    if (lent === undefined) continue;
    const request = { ...first, uri: lent.uri };
    if (context.answer(request).rule === context.answer(first).rule) yield request;
  }
}
