import {
  type Coverage,
  check,
  coverage,
  type Finding,
  type Problem,
  type Request,
  type RuleSet,
} from '@cutover/redirect-rules';
import { counted } from './counted';
import { placeInWords } from './normalized';
import { orRuleProblem } from './rule-problem';
import { inWords as problemInWords } from './rules-file';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
}

/** @throws UserError for a rule that engines would not read alike */
export const checked = (rules: RuleSet, now: number): Checked =>
  orRuleProblem(() => ({ findings: check(rules, { now }), coverage: coverage(rules, { now }) }));

export const hasErrors = ({ findings }: Checked): boolean =>
  findings.some(({ severity }) => severity === 'error');

export const findingsJson = (result: Checked): object => ({
  passed: !hasErrors(result),
  findings: result.findings.map(({ at, example, ...rest }) => ({
    ...rest,
    at: placeInWords(at),
    ...(example === undefined ? {} : { example: plainRequest(example) }),
  })),
  coverage: {
    rules: result.coverage.rules,
    reached: result.coverage.reached,
    percent: result.coverage.percent,
    missed: result.coverage.missed.map(({ rule, request }) => ({
      rule: rule.id,
      at: placeInWords(rule.at),
      ...(request === undefined ? {} : { request: plainRequest(request) }),
    })),
  },
  problems: [],
});

/** As `cutover redirects answer` reads it. */
const plainRequest = ({ host, uri, headers = {} }: Request): object => ({
  host,
  uri,
  ...(Object.keys(headers).length > 0 ? { headers } : {}),
});

export const problemsJson = (problems: readonly Problem[]): object => ({
  passed: false,
  findings: [],
  problems: problems.map(({ what, instead, ...at }) => ({ at: placeInWords(at), what, instead })),
});

export const problemsText = (problems: readonly Problem[]): string =>
  problems.map((problem) => `${problemInWords(problem)}\n`).join('');

/** Each finding with its place first, as editors and CI look for it. */
export function findingsText({ findings, coverage: { rules, reached, percent } }: Checked): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const sums = (['error', 'warning', 'note'] as const).map((severity) => counted(count(severity), severity));
  return [
    ...findings.map(findingText),
    `${sums.join(', ')}; declared tests reach ${reached} of ${counted(rules, 'rule')} (${percent} %)\n`,
  ].join('');
}

function findingText({ name, severity, rule, at, says, example, silence }: Finding): string {
  return [
    `${placeInWords(at)}: ${severity} ${name}${rule === '' ? '' : ` (${rule})`}: ${says}`,
    ...(example === undefined ? [] : [`  example: ${requestInWords(example)}`]),
    `  silence: ${silence}`,
    '',
  ].join('\n');
}

export const requestInWords = ({ host, uri, headers = {} }: Request): string =>
  [`https://${host}${uri}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join(' ');
