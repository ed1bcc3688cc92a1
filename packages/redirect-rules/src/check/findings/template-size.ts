import type { Check } from '../context';

/** CloudFormation's quotas: a template handed over inline, and one from S3. */
const inlineBytes = 51_200;
const templateBytes = 1_048_576;

/** A set that no longer fits the template that would carry its rules. */
export const templateSize: Check = {
  name: 'template-size',
  severity: 'note',
  *look({ rules }) {
    const bytes = rules.sites.reduce((sum, { hosts, rules: all }) => sum + sizeOf(hosts) + sumOf(all), 0);
    if (bytes > templateBytes) {
      yield {
        says: `written into a template the rules take about ${Math.round(bytes / 1024)} KB, and CloudFormation takes 1 MB: name a file in S3 as RulesSource.`,
      };
    } else if (bytes > inlineBytes) {
      yield {
        says: `written into a template the rules take about ${Math.round(bytes / 1024)} KB, and CloudFormation takes 51,200 bytes inline: hand the template over from S3, or name a file as RulesSource.`,
      };
    }
  },
};

const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** As an author writes it: the match, the target, what is told apart by defaults left out. */
function sumOf(
  all: readonly {
    readonly match: { path: unknown };
    readonly outcome: { target?: { url: string }; body?: unknown };
  }[],
): number {
  return all.reduce(
    (sum, { match, outcome }) =>
      sum + sizeOf(match.path) + sizeOf(outcome.target?.url ?? '') + sizeOf(outcome.body ?? ''),
    0,
  );
}
