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
  readonly value: string;
  readonly meaning: string;
}

function numbersOf({ figures, durationSeconds, clock }: RunRecord): Figure[] {
  const ms = (n: number): string => `${countText(n)} ms`;
  const near = figures.shortestVisibleHoleNearChangeMs;
  const restore = figures.restoreSeconds;
  return [
    {
      name: 'Requests',
      key: 'requests',
      value: countText(figures.requests),
      meaning: 'made by the traffic, at every edge that DNS named',
    },
    {
      name: 'Failed',
      key: 'failed',
      value: countText(figures.failed),
      meaning: 'of them got no answer, an error, or an answer that nobody should get',
    },
    {
      name: 'Longest gap',
      key: 'longestGapMs',
      value: ms(figures.longestGapMs),
      meaning: 'for so long every request of one name at one edge failed',
    },
    {
      name: 'Shortest visible hole',
      key: 'shortestVisibleHoleMs',
      value: ms(figures.shortestVisibleHoleMs),
      meaning: 'a name out of service at one edge for so long would have been seen, whenever it was',
    },
    ...(near === null
      ? []
      : [
          {
            name: 'The same near a change',
            key: 'shortestVisibleHoleNearChangeMs',
            value: ms(near),
            meaning: 'within 2 s of a change of answers',
          },
        ]),
    ...(restore === null
      ? []
      : [
          {
            name: 'Restored in',
            key: 'restoreSeconds',
            value: `${restore.toFixed(1)} s`,
            meaning: 'from the first failed request until its old side answered every name again',
          },
        ]),
    {
      name: 'Length of the run',
      key: 'durationSeconds',
      value: clockText(durationSeconds),
      meaning: clock === 'virtual' ? 'of virtual time' : 'on the clock',
    },
  ];
}

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
