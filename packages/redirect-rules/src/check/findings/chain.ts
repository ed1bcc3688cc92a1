import type { Check, Subject } from '../context';
import { flattened } from '../flatten';
import { trailText } from '../trail';

const temporary = new Set([302, 303, 307]);

/** A redirect to a host of this set that only redirects again: a round trip more for each visitor. */
export const chain: Check = {
  name: 'chain',
  severity: 'warning',
  *look(context) {
    const told = new Set<Subject>();
    for (const { subject, request, trail } of context.journeys) {
      const redirects = trail.hops.filter(({ answer }) => answer.location !== undefined);
      if (trail.end === 'loops' || redirects.length < 2 || told.has(subject)) continue;
      told.add(subject);
      const direct = flattened(context, subject);
      const mend =
        direct === undefined
          ? 'Where each path ends differs: redirect straight to the last target.'
          : `Straight: ${direct}.`;
      const isTemporary = redirects.slice(1).some(({ answer }) => temporary.has(answer.status));
      const care = isTemporary ? ' A later hop is temporary: so must the straight one be.' : '';
      yield {
        subject,
        says: `${redirects.length} redirects, ${trailText(trail)}. ${mend}${care}`,
        example: request,
      };
    }
  },
};
