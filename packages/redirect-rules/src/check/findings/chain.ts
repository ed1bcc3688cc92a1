import type { Check } from '../context';
import { flattened } from '../flatten';
import { follow, trailText } from '../trail';

const temporary = new Set([302, 303, 307]);

/** A redirect to a host of this set that only redirects again: a round trip more for each visitor. */
export const chain: Check = {
  name: 'chain',
  severity: 'warning',
  *look(context) {
    for (const subject of context.subjects) {
      if (subject.outcome.target === undefined) continue;
      for (const request of context.examplesOf(subject)) {
        const trail = follow(context.answer, request);
        const redirects = trail.hops.filter(({ answer }) => answer.location !== undefined);
        if (trail.end === 'loops' || redirects.length < 2) continue;
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
        break;
      }
    }
  },
};
