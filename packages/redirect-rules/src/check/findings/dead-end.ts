import type { Check } from '../context';
import { trailText } from '../trail';

/** A redirect to a host of this set on which no rule answers: visitors are sent to an error. */
export const deadEnd: Check = {
  name: 'dead-end',
  severity: 'warning',
  *look(context) {
    for (const { subject, request, trail } of context.journeys) {
      const last = trail.hops.at(-1)?.answer;
      if (trail.end !== 'ends' || last?.rule !== 'unmatched' || last.status < 400) continue;
      // A rule that takes paths along is right for those that are there: only its plainest example counts.
      if (request !== context.examplesOf(subject)[0]) continue;
      const says = `it leads to a ${last.status} of this set: ${trailText(trail)}. Add a rule there, or redirect elsewhere.`;
      yield { subject, says, example: request };
    }
  },
};
