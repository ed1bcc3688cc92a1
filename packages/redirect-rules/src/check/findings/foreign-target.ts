import { findByHost } from '../../evaluate/host';
import { requestTo } from '../../run/request-of';
import { type Check, urlOf } from '../context';

/** A target that Policy.AllowedTargets does not name. */
export const foreignTarget: Check = {
  name: 'foreign-target',
  severity: 'error',
  *look(context) {
    const { allowedTargets } = context.rules.policy;
    if (allowedTargets === undefined) return;
    const allowed = new Map(allowedTargets.map((host) => [host.toLowerCase(), host]));
    for (const subject of context.subjects) {
      if (subject.outcome.target === undefined) continue;
      for (const example of context.examplesOf(subject)) {
        const { location = '' } = context.answer(example);
        const host = requestTo(location, {}, example.now)?.host;
        if (host !== undefined && findByHost(allowed, host) !== undefined) continue;
        const says = `${urlOf(example)} goes to ${host ?? location}, which Policy.AllowedTargets does not name: add it there, or redirect elsewhere.`;
        yield { subject, says, example };
        break;
      }
    }
  },
};
