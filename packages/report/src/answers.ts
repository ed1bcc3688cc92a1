import { clockText, countText, durationText, listText, plural, preciseClockText } from './format';
import { type Gap, type Outage, outageWindows } from './outages';
import type { RunRecord } from './record';

/** What somebody who reads only the top of the page must know. */
export interface Answers {
  /** `none`: nothing was asked, so nothing is known. */
  readonly outage: 'no' | 'yes' | 'unknown';
  readonly headline: string;
  readonly inShort: string;
  readonly when: string;
  readonly howLong: string;
  /** What there is to say to it in small letters; may be empty. */
  readonly howExact: string;
  readonly names: readonly NameAnswer[];
}

export interface NameAnswer {
  readonly name: string;
  /** A side, `nobody` or `split`. */
  readonly side: string;
  readonly since: string;
}

export function answersOf(run: RunRecord, outages: readonly Outage[]): Answers {
  const { figures } = run;
  const names = Object.entries(run.finalSide).map(([name, side]) => ({
    name,
    side,
    since: sinceOf(run, name),
  }));
  if (figures.requests === 0) return { ...unknown, names };
  return { ...(figures.failed === 0 ? healthy(run) : outageAnswers(run, outages)), names };
}

const unknown = {
  outage: 'unknown',
  headline: 'Nothing was measured',
  inShort: 'No request was made, so this page cannot say whether there was an outage.',
  when: 'Not known',
  howLong: 'Not known',
  howExact: '',
} as const;

type WithoutNames = Omit<Answers, 'names'>;

function healthy({ figures, verdict, durationSeconds, clock }: RunRecord): WithoutNames {
  const what = clock === 'virtual' ? 'the rehearsal' : 'the move';
  return {
    outage: 'no',
    headline: verdict.passed ? 'No outage' : `No outage, but ${what} failed`,
    inShort: `All ${plural(figures.requests, 'request')} got the right answer, from the first to the last.`,
    when: `At no time in ${clockText(durationSeconds)}`,
    howLong: '0 s',
    howExact: limitOf(figures),
  };
}

/** What a run without a failed request proves, and no more. */
function limitOf(figures: RunRecord['figures']): string {
  const near = figures.shortestVisibleHoleNearChangeMs;
  const anywhere = durationText(figures.shortestVisibleHoleMs / 1000);
  return near === null
    ? `A gap of ${anywhere} would have been seen, whenever it was.`
    : `A gap of ${durationText(near / 1000)} would have been seen near a change, one of ${anywhere} at any time.`;
}

function outageAnswers({ figures }: RunRecord, outages: readonly Outage[]): WithoutNames {
  const windows = outageWindows(outages);
  const total = durationText(windows.reduce((sum, { from, to }) => sum + to - from, 0));
  const more = windows.at(-1)?.isOpen ? ', and not over at the end' : '';
  const howOften = windows.length > 1 ? ` in ${windows.length} pieces` : '';
  const longest = durationText(figures.longestGapMs / 1000);
  const begin = preciseClockText(windows[0]?.from ?? 0);
  return {
    outage: 'yes',
    headline: `Outage: ${total}${windows.length > 1 ? ' in all' : ''}${more}`,
    inShort: `${countText(figures.failed)} of ${plural(figures.requests, 'request')} failed, from ${begin} to ${endText(windows.at(-1))}.`,
    when: listText(
      windows.map((window) => `${preciseClockText(window.from)} to ${endText(window)}`),
      4,
    ),
    howLong: `${total}${howOften}${more}`,
    howExact: longest === total ? '' : `At most ${longest} without a break for one name at one edge.`,
  };
}

const endText = (window: Gap | undefined): string =>
  !window || window.isOpen ? 'the end' : preciseClockText(window.to);

/** Since when the side that answers a name now has done so, as far as the edges tell. */
function sinceOf({ switches = [] }: RunRecord, name: string): string {
  const ofName = switches.filter((each) => each.name === name);
  const to = ofName.at(-1)?.to;
  if (to === undefined) return 'all the time';
  const last = new Map(ofName.map(({ address, t, to: side }) => [address, { t, side }]));
  const arrivals = [...last.values()].filter(({ side }) => side === to).map(({ t }) => t);
  const [first, end] = [Math.min(...arrivals), Math.max(...arrivals)];
  const isBack = ofName[0]?.from === to ? 'again ' : '';
  return arrivals.length === 1 || end - first < 0.1
    ? `${isBack}since ${preciseClockText(end)}`
    : `${isBack}since ${preciseClockText(end)} (first edge ${preciseClockText(first)})`;
}
