import type { Check } from '../context';
import { follow, trailText } from '../trail';

/** A redirect to a host of this set on which no rule answers: visitors are sent to an error. */
export const deadEnd: Check = {
  name: 'dead-end',
  severity: 'warning',
  *look(context) {
    for (const subject of context.subjects) {
      if (subject.outcome.target === undefined) continue;
      const [request] = context.examplesOf(subject);
      if (request === undefined) continue;
      const trail = follow(context.answer, request);
      const last = trail.hops.at(-1)?.answer;
      if (trail.end !== 'ends' || last?.rule !== 'unmatched' || last.status < 400) continue;
      const says = `it leads to a ${last.status} of this set: ${trailText(trail)}. Add a rule there, or redirect elsewhere.`;
      yield { subject, says, example: request };
    }
  },
};
