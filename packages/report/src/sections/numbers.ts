import { clockText, countText } from '../format';
import { type Html, html, nothing } from '../html';
import type { RunRecord } from '../record';
import { section, table } from './section';

/** The figures of the JSON report, each with what it means. */
export function numbers(run: RunRecord): Html {
  const rows = numbersOf(run).map(
    ({ name, key, value, meaning }) =>
      html`<tr><th scope="row">${name}</th><td class="time" data-figure="${key}">${value}</td><td class="words">${meaning}</td></tr>`,
  );
  const body = table('What was measured', ['Figure', 'Value', 'What it means'], rows, 'numbers');
  return section('numbers', 'What the numbers mean', 'Measured from the requests alone: they know no plan.', [
    body,
    stacks(run),
    notes(run),
    again(run),
  ]);
}

interface Figure {
  readonly name: string;
  /** As in the JSON report. */
  readonly key: string;
  /** What this run has nothing to say on is left out. */
  readonly value: string | undefined;
  readonly meaning: string;
}

const figure = (name: string, key: string, value: string | undefined, meaning: string): Figure => ({
  name,
  key,
  value,
  meaning,
});

function numbersOf({ figures, durationSeconds, clock }: RunRecord): Figure[] {
  const near = figures.shortestVisibleHoleNearChangeMs ?? undefined;
  const restore = figures.restoreSeconds ?? undefined;
  const retried = figures.retried421 ?? 0;
  return [
    figure('Requests', 'requests', countText(figures.requests), 'made, at every edge that DNS named'),
    figure(
      'Failed',
      'failed',
      countText(figures.failed),
      'of them got no answer, an error, or an answer that nobody should get',
    ),
    figure(
      'Asked again after 421',
      'retried421',
      retried > 0 ? countText(retried) : undefined,
      'a kept connection was refused, a fresh one at once was not; clients that do not retry lose these',
    ),
    figure(
      'Longest gap',
      'longestGapMs',
      msText(figures.longestGapMs),
      'for so long every request of one name at one edge failed',
    ),
    figure(
      'Shortest visible hole',
      'shortestVisibleHoleMs',
      msText(figures.shortestVisibleHoleMs),
      'a name out of service at one edge for so long would have been seen, whenever it was',
    ),
    figure(
      'The same near a change',
      'shortestVisibleHoleNearChangeMs',
      near === undefined ? undefined : msText(near),
      'within 2 s of a change of answers',
    ),
    figure(
      'Restored in',
      'restoreSeconds',
      restore === undefined ? undefined : `${restore.toFixed(1)} s`,
      'from the first failed request until its old side answered every name again',
    ),
    figure(
      'Length of the run',
      'durationSeconds',
      clockText(durationSeconds),
      clock === 'virtual' ? 'of virtual time' : 'on the clock',
    ),
  ].filter(({ value }) => value !== undefined);
}

const msText = (ms: number): string => `${countText(ms)} ms`;

function stacks({ stacks: all = [] }: RunRecord): Html {
  if (all.length === 0) return nothing;
  const rows = all.map(
    ({ name, account, status, reason }) =>
      html`<tr><td>${name}</td><td>${account}</td><td class="code">${status}</td><td class="words">${reason}</td></tr>`,
  );
  return table('How the stacks ended', ['Stack', 'Account', 'Status', 'Reason'], rows);
}

const notes = ({ notes: all = [] }: RunRecord): Html =>
  all.length === 0
    ? nothing
    : html`<h3>What this run says nothing about</h3><ul>${all.map((note) => html`<li>${note}</li>`)}</ul>`;

const again = ({ replay }: RunRecord): Html =>
  replay === undefined
    ? nothing
    : html`<h3>The same run again</h3><p><code class="line">${replay}</code></p>`;
