import type { Check } from '../context';
import { findingNames } from '../finding';

/** A silence that silences nothing, since no finding is called so or no reason is given. */
export const unknownSilence: Check = {
  name: 'unknown-silence',
  severity: 'warning',
  *look({ subjects }) {
    const names: readonly string[] = findingNames;
    for (const subject of subjects) {
      for (const [name, reason] of Object.entries(subject.rule?.silence ?? {})) {
        if (!names.includes(name)) {
          yield {
            subject,
            says: `Silence names ${name}, and nothing is called so: there are ${names.join(', ')}.`,
          };
        } else if (reason.trim() === '') {
          yield { subject, says: `Silence of ${name} has no reason, so it does not count: say why.` };
        }
      }
    }
  },
};
