import type { Request } from '../../model/exchange';
import { requestTo } from '../../run/request-of';
import type { Check, Context, Journey, Subject } from '../context';
import { follow, trailText } from '../trail';

/** Of the rules that a redirect may lead to, so many lend their paths. */
const maxLent = 30;

/** Redirects that come back to where they were, or go on without an end. */
export const loop: Check = {
  name: 'loop',
  severity: 'error',
  *look(context) {
    const told = new Set<Subject>();
    for (const { subject, request, trail } of journeysOf(context)) {
      if (trail.end !== 'loops' || told.has(subject)) continue;
      told.add(subject);
      const says = `the redirects never end: ${trailText(trail)}. Send one of them elsewhere.`;
      yield { subject, says, example: request };
    }
  },
};

/**
 * Those of the examples; and where a rule takes many paths along, with those that its target's rules are about: a loop
 * may take two rules that only some paths have in common.
 */
function* journeysOf(context: Context): Generator<Journey> {
  yield* context.journeys;
  const travelled = new Set<Subject>();
  for (const { subject, request } of context.journeys) {
    if (subject.rule?.match.path.kind === 'exact' || travelled.has(subject)) continue;
    travelled.add(subject);
    for (const lent of lentTo(context, request)) {
      yield { subject, request: lent, trail: follow(context.answer, lent) };
    }
  }
}

/** The request with paths of the site that it is sent to, where the same rule answers them. */
function lentTo(context: Context, request: Request): Request[] {
  const { location, rule: answering } = context.answer(request);
  const next = location === undefined ? undefined : requestTo(location, {}, request.now);
  const site = next === undefined ? undefined : context.siteOf(next.host);
  if (site === undefined) return [];
  return site.rules
    .slice(0, maxLent)
    .flatMap((rule) => context.examplesOf({ site, rule, outcome: rule.outcome }).slice(0, 1))
    .map(({ uri }) => ({ ...request, uri }))
    .filter((lent) => context.answer(lent).rule === answering);
}
