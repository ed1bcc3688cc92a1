import type { Check } from '../context';

const day = 86_400_000;
const soonDays = 30;
const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** A rule whose time is over, or that has none. */
export const expired: Check = {
  name: 'expired',
  severity: 'warning',
  *look({ subjects, now }) {
    for (const subject of subjects) {
      const { expires, notBefore } = subject.rule ?? {};
      if (expires === undefined) continue;
      if (notBefore !== undefined && expires <= notBefore) {
        yield {
          subject,
          says: `it never answers: it expires on ${dateOf(expires)} and begins on ${dateOf(notBefore)}.`,
        };
      } else if (expires <= now) {
        yield {
          subject,
          says: `it expired on ${dateOf(expires)} and answers no more: remove it, or move Expires.`,
        };
      }
    }
  },
};

/** A rule that will not answer much longer. */
export const expiring: Check = {
  name: 'expiring',
  severity: 'note',
  *look({ subjects, now }) {
    for (const subject of subjects) {
      const { expires } = subject.rule ?? {};
      if (expires === undefined || expires <= now || expires > now + soonDays * day) continue;
      const days = Math.ceil((expires - now) / day);
      yield { subject, says: `it expires on ${dateOf(expires)}, in ${days} ${days === 1 ? 'day' : 'days'}.` };
    }
  },
};
