import type { Coverage, DeclaredTest } from '@cutover/redirect-rules';
import { counted } from '../counted';
import { placeInWords } from '../normalized';
import type { Tested } from './run';
import type { RunOfTests } from './runs';
import { testInWords } from './tests';

export interface TestReport extends RunOfTests {
  readonly coverage: Coverage;
}

/** What was not run, and why. */
const skippedIn = ({ absent, left }: TestReport): string[] => [...absent, ...left];

const verdicts = ['MATCHED', 'STATUS', 'LOOP', 'MISMATCH', 'ERROR'] as const;

export const hasFailed = ({ results }: TestReport): boolean => results.some(isFailed);

const isFailed = ({ verdict }: Tested): boolean => verdict !== 'MATCHED';

interface RuleSummary {
  readonly rule: string;
  readonly declared: number;
  readonly generated: number;
  /** Tests that failed on any engine. */
  readonly failed: number;
}

/** Tests by the rule that answers them, one that no test reaches included. */
function byRule({ results, coverage }: TestReport): RuleSummary[] {
  const first = results[0]?.by;
  const sums = new Map<string, { declared: number; generated: number; failed: Set<DeclaredTest> }>();
  const sumOf = (rule: string) => {
    const sum = sums.get(rule) ?? { declared: 0, generated: 0, failed: new Set<DeclaredTest>() };
    sums.set(rule, sum);
    return sum;
  };
  for (const result of results) {
    const sum = sumOf(result.rule);
    // Every engine has the same tests.
    if (result.by === first) sum[result.origin] += 1;
    if (isFailed(result)) sum.failed.add(result.test);
  }
  for (const { rule } of coverage.missed) sumOf(rule.id);
  return Array.from(sums, ([rule, { failed, ...sum }]) => ({ rule, ...sum, failed: failed.size }));
}

function byEngine(results: readonly Tested[]) {
  const names = [...new Set(results.map(({ by }) => by))];
  return names.map((engine) => {
    const own = results.filter(({ by }) => by === engine);
    const counts = verdicts.map(
      (verdict) => [verdict, own.filter((each) => each.verdict === verdict).length] as const,
    );
    return { engine, tests: own.length, counts };
  });
}

export const testJson = (report: TestReport): object => ({
  passed: !hasFailed(report),
  engines: byEngine(report.results).map(({ engine, tests, counts }) => ({
    engine,
    tests,
    ...Object.fromEntries(counts),
  })),
  rules: byRule(report),
  coverage: {
    rules: report.coverage.rules,
    reached: report.coverage.reached,
    percent: report.coverage.percent,
  },
  failures: report.results.filter(isFailed).map(({ by, rule, origin, verdict, says, test, hops }) => ({
    engine: by,
    rule,
    origin,
    verdict,
    says,
    at: placeInWords(test.at),
    url: test.url,
    headers: test.headers,
    expect: test.expect,
    hops: hops.map(({ request: { host, uri }, answer: { status, location = '', rule: answered } }) => ({
      host,
      uri,
      status,
      location,
      rule: answered,
    })),
  })),
  skipped: skippedIn(report),
});

/** More failures than these, and more rules, only --verbose shows. */
const maxRows = 40;

export function testText(report: TestReport, isVerbose: boolean): string {
  const { rules, reached, percent } = report.coverage;
  return [
    ...failureRows(report, isVerbose),
    ...ruleRows(report, isVerbose),
    ...skippedIn(report).map((words) => `skipped: ${words}\n`),
    ...byEngine(report.results).map(({ engine, tests, counts }) => {
      const found = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
      return `${engine}: ${counted(tests, 'test')}: ${found.join(', ') || 'none'}\n`;
    }),
    `Declared tests reach ${reached} of ${counted(rules, 'rule')} (${percent} %).\n`,
  ].join('');
}

function failureRows({ results }: TestReport, isVerbose: boolean): string[] {
  const failed = alike(results.filter(isFailed));
  const shown = isVerbose ? failed : failed.slice(0, maxRows);
  const left = failed.length - shown.length;
  return [
    ...shown.map(failureText),
    ...(left > 0 ? [`and ${counted(left, 'failure')} more: --verbose lists them\n`] : []),
  ];
}

/** What came of one test, by the engines of which it came. */
function alike(failed: readonly Tested[]): (readonly Tested[])[] {
  const groups = new Map<DeclaredTest, Map<string, Tested[]>>();
  for (const each of failed) {
    const outcomes = groups.get(each.test) ?? new Map<string, Tested[]>();
    groups.set(each.test, outcomes);
    const words = `${each.verdict} ${each.says}`;
    outcomes.set(words, [...(outcomes.get(words) ?? []), each]);
  }
  return [...groups.values()].flatMap((outcomes) => [...outcomes.values()]);
}

function failureText(group: readonly Tested[]): string {
  const { rule, origin, verdict, says, test } = group[0]!;
  const engines = group.map(({ by }) => by).join(', ');
  return `${placeInWords(test.at)}: ${verdict} (${rule}, ${origin}; ${engines}): ${testInWords(test)}: ${says}\n`;
}

function ruleRows(report: TestReport, isVerbose: boolean): string[] {
  const all = byRule(report);
  const shown =
    isVerbose || all.length <= maxRows ? all : all.filter(({ failed }) => failed > 0).slice(0, maxRows);
  const left = all.length - shown.length;
  const width = Math.min(60, Math.max(4, ...shown.map(({ rule }) => rule.length)));
  const row = (rule: string, ...cells: readonly (string | number)[]): string =>
    `${rule.padEnd(width)}  ${cells.map((cell) => String(cell).padStart(9)).join('  ')}\n`;
  return [
    ...(shown.length > 0 ? [row('rule', 'declared', 'generated', 'failed')] : []),
    ...shown.map(({ rule, declared, generated, failed }) => row(rule, declared, generated, failed)),
    ...(left > 0 ? [`${moreRules(left, all)}: --verbose lists them\n`] : []),
  ];
}

const moreRules = (left: number, all: readonly RuleSummary[]): string => {
  const failed = all.filter((each) => each.failed > 0).length;
  return failed > maxRows
    ? `${counted(left, 'rule')} more, ${failed - maxRows} of them with a failure`
    : `${counted(left, 'rule')} without a failure`;
};
