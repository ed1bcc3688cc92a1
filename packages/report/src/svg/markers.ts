import { clockText } from '../format';
import { type Html, html } from '../html';
import type { Step } from '../record';
import type { Row } from './chart';
import { narrowestPixels, type Scale } from './scale';

const size = 22;
/** So many steps have a row and a label each; more of them are numbers side by side. */
const mostLabelled = 16;
/** Crowds beyond this many rows keep their line through the chart and their place in the list. */
const mostRows = 8;

/** The steps under the chart, each where it belongs in time. */
export function markers(scale: Scale, steps: readonly Numbered[]): Row {
  const isLabelled = steps.length <= mostLabelled;
  const placed = isLabelled ? steps.map((step, row) => ({ ...step, row })) : placedOf(scale, steps);
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  return {
    height: rows * size + 6,
    draw: (y) =>
      placed.map(({ step, number, row }) =>
        marker(scale, step, number, y + row * size, isLabelled ? labelOf(scale, step) : undefined),
      ),
  };
}

/** A step with its number in the list of steps. */
export interface Numbered {
  readonly step: Step;
  readonly number: number;
}

interface Placed extends Numbered {
  readonly row: number;
}

function placedOf(scale: Scale, steps: readonly Numbered[]): Placed[] {
  const ends: number[] = [];
  return steps.flatMap(({ step, number }) => {
    const left = ((step.t - scale.from) / (scale.to - scale.from)) * narrowestPixels;
    const free = ends.findIndex((end) => end <= left);
    const row = free === -1 ? ends.length : free;
    if (row >= mostRows) return [];
    ends[row] = left + size;
    return [{ step, number, row }];
  });
}

/** Beside the number, on the side with more room. */
function labelOf(scale: Scale, { t, what }: Step): Html {
  const isLate = t - scale.from > (scale.to - scale.from) / 2;
  const room = (isLate ? scale.room(scale.from, t) : scale.room(t, scale.to)) - 1;
  const text = what.length <= room ? what : `${what.slice(0, Math.max(0, room - 1))}…`;
  return html`<text class="label" x="${isLate ? -15 : 15}" y="15" text-anchor="${isLate ? 'end' : 'start'}">${text}</text>`;
}

function marker(scale: Scale, { t, what }: Step, number: number, y: number, label: Html | undefined): Html {
  return html`<a href="#step-${number}" class="marker"><title>${number}. ${clockText(t)} ${what}</title><svg x="${scale.x(t)}" y="${y}" overflow="visible"><rect x="-10" y="2" width="20" height="18" rx="9"/><text x="0" y="15" text-anchor="middle">${number}</text>${label}</svg></a>`;
}

/** A thin line through all rows at each step, so that the eye finds what changed with it. */
export const stepLines = (scale: Scale, steps: readonly Step[], height: number): Row => ({
  height: 0,
  draw: (y) =>
    steps.map(({ t }) => {
      const x = scale.x(t);
      return html`<line class="step" x1="${x}" x2="${x}" y1="${y}" y2="${y + height}"/>`;
    }),
});
