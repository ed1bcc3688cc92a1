import type { Check } from '../context';

/** An answer without Strict-Transport-Security where others of its site have it: a first visit there stays unprotected. */
export const lostHsts: Check = {
  name: 'lost-hsts',
  severity: 'warning',
  *look(context) {
    const withHsts = new Set(
      context.subjects.filter(({ outcome }) => outcome.hsts !== undefined).map(({ site }) => site),
    );
    for (const subject of context.subjects) {
      if (subject.outcome.hsts !== undefined || !withHsts.has(subject.site)) continue;
      const [example] = context.examplesOf(subject);
      // What never answers loses nothing.
      if (example === undefined) continue;
      const says =
        'other answers of this site have Strict-Transport-Security, this one has not: give it an Hsts.';
      yield { subject, says, example };
    }
  },
};
