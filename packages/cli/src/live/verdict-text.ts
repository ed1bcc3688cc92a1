import { groupBy } from '@cutover/ground';
import type { RehearsalReport, ReportFailure, ReportHint, ReportSwitch } from '../rehearsal/report';
import { clockText, countText, plural, preciseClockText, table } from './format';

/** The report for somebody who reads one for the first time: every number says what it means. */
export function renderVerdict(report: RehearsalReport): string {
  const sections = [
    headline(report),
    section(
      'Why it failed',
      report.reasons.map((reason) => `  ${reason}`),
    ),
    section('Steps (virtual time)', steps(report)),
    section('Who answers, edge by edge', switches(report)),
    section('Failed requests', failures(report.failures)),
    section('Stacks', stacks(report)),
    section('What the owners of the distributions deploy next', report.hints.flatMap(hintLines)),
    section('What the numbers mean', numbers(report)),
    section(
      'Not rehearsed',
      report.notes.map((note) => `  ${note}`),
    ),
    section('Again', [`  ${report.replay}`]),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines];

function headline({ verdict, requests, failed, finalSide }: RehearsalReport): string[] {
  const sides = Object.entries(finalSide).map(([name, side]) => `${name} is answered by ${side}`);
  const end = sides.length > 0 ? `; in the end ${sides.join(', ')}` : '';
  return [`${verdict}: ${plural(requests, 'request')}, ${countText(failed)} failed${end}.`];
}

const steps = ({ steps: all }: RehearsalReport): string[] =>
  table(
    all.map(({ t, what, detail, stack }) => [
      clockText(t),
      stack ?? '',
      detail ? `${what}: ${detail}` : what,
    ]),
  );

/** One line per name and direction: edges take a change over one after the other. */
function switches({ switches: all, finalSide }: RehearsalReport): string[] {
  const moves = groupBy(all, ({ name, from, to }) => `${name} ${from} ${to}`);
  const moved = [...moves.values()].map((legs) => {
    const [{ name, from, to }] = legs as [ReportSwitch];
    const edges = legs.map(({ address, t }) => `${address} at ${preciseClockText(t)}`);
    return [name, `${from} -> ${to}`, edges.join(', ')];
  });
  const still = Object.entries(finalSide)
    .filter(([name]) => !all.some((each) => each.name === name))
    .map(([name, side]) => [name, side, 'all the time']);
  return table([...moved, ...still]);
}

const failures = (groups: readonly ReportFailure[]): string[] =>
  groups.length === 0
    ? ['  none']
    : table(
        groups.map(({ name, count, reason, from, to, addresses }) => [
          name,
          countText(count),
          `${preciseClockText(from)} to ${preciseClockText(to)}`,
          addresses.length > 0 ? `${reason} (${addresses.join(', ')})` : reason,
        ]),
      );

const stacks = ({ stacks: all }: RehearsalReport): string[] =>
  table(
    all.map(({ account, name, status, reason }) => [name, account, reason ? `${status}: ${reason}` : status]),
  );

const hintLines = ({ warnings, reconcileTarget, reconcileSource }: ReportHint): string[] => [
  ...warnings.map((warning) => `  ${warning}`),
  ...['', '  ReconcileTarget:', ...indented(reconcileTarget)],
  ...['', '  ReconcileSource:', ...indented(reconcileSource)],
];

const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);

function numbers(report: RehearsalReport): string[] {
  const near = report.shortestVisibleHoleNearChangeMs;
  const restore = report.restoreSeconds;
  return table([
    [
      'longest gap',
      `${countText(report.longestGapMs)} ms`,
      'for so long every request of one name at one edge failed',
    ],
    [
      'shortest visible hole',
      `${countText(report.shortestVisibleHoleMs)} ms`,
      'a name out of service at one edge for so long would have been seen, whenever it was',
    ],
    ...(near === null
      ? []
      : [['  near a change', `${countText(near)} ms`, 'the same within 2 s of a change of answers']]),
    ...(report.retried421 === 0
      ? []
      : [
          [
            'asked again after 421',
            countText(report.retried421),
            'a kept connection was refused, a fresh one at once was not; clients that do not retry lose these',
          ],
        ]),
    ...(restore === null
      ? []
      : [
          [
            'restored in',
            `${restore.toFixed(1)} s`,
            'from the first failed request until its old side answered every name again',
          ],
        ]),
    [
      'virtual time',
      clockText(report.simulatedSeconds),
      `passed in ${report.wallSeconds.toFixed(1)} s on this machine`,
    ],
    ['seed', report.seed, 'the same seed gives the same run'],
  ]);
}
