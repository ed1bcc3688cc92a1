import { clockText } from '../format';
import { type Html, html } from '../html';
import type { Step } from '../record';
import type { Row } from './chart';
import { narrowestPixels, type Scale } from './scale';

const size = 22;
/** Crowds beyond this many rows keep their line through the chart and their place in the list. */
const mostRows = 8;

/** The numbers of the steps under the chart; where they would lie over each other, one row lower. */
export function markers(scale: Scale, steps: readonly Numbered[]): Row {
  const placed = placedOf(scale, steps);
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  return {
    height: rows * size + 6,
    draw: (y) => placed.map(({ step, number, row }) => marker(scale, step, number, y + row * size)),
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

function marker(scale: Scale, { t, what }: Step, number: number, y: number): Html {
  return html`<a href="#step-${number}" class="marker"><title>${number}. ${clockText(t)} ${what}</title><svg x="${scale.x(t)}" y="${y}" overflow="visible"><rect x="-10" y="2" width="20" height="18" rx="9"/><text x="0" y="15" text-anchor="middle">${number}</text></svg></a>`;
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
