import { clockText, preciseClockText } from '../format';
import { type Html, html } from '../html';
import { patterns } from './patterns';
import { type Scale, ticksOf } from './scale';

/** One row of a chart; rows are stacked in order. */
export interface Row {
  readonly height: number;
  /** What is drawn when the row begins at `y`. */
  draw(y: number): Html | readonly Html[];
}

export const space = (height: number): Row => ({ height, draw: () => [] });

/** A line of text over the rows below it. */
export const heading = (text: string, note = ''): Row => ({
  height: 24,
  draw: (y) =>
    html`<text x="0" y="${y + 17}" class="name">${text}<tspan class="note" dx="10">${note}</tspan></text>`,
});

interface ChartWords {
  /** Tells the pattern ids of several charts on a page apart. */
  readonly id: string;
  /** The whole chart in a sentence, for those who cannot see it. */
  readonly label: string;
  readonly precise?: boolean;
}

const axisHeight = 22;

/** Rows under an axis of time, in a box that scrolls where the screen is narrow. */
export function chart(scale: Scale, rows: readonly Row[], { id, label, precise }: ChartWords): Html {
  const height = axisHeight + rows.reduce((sum, row) => sum + row.height, 0);
  let y = axisHeight;
  const drawn = rows.map((row) => {
    const at = y;
    y += row.height;
    return row.draw(at);
  });
  return html`
<div class="scroll" role="region" tabindex="0" aria-label="${label} (scrolls sideways where the screen is narrow)">
<svg class="chart" id="${id}" width="100%" height="${height}" role="group" aria-label="${label}" data-from="${scale.from}" data-to="${scale.to}">
${patterns(id)}${axis(scale, height, precise)}
${drawn}
<line class="cursor" y1="${axisHeight}" y2="${height}" x1="0" x2="0"/>
</svg>
</div>
<p class="readout" data-for="${id}" aria-hidden="true"></p>`;
}

function axis(scale: Scale, height: number, precise = false): Html[] {
  const text = precise && scale.to - scale.from < 20 ? preciseClockText : clockText;
  return ticksOf(scale).map((t) => {
    const x = scale.x(t);
    const isLast = (t - scale.from) / (scale.to - scale.from) > 0.96;
    const anchor = t === scale.from ? 'start' : isLast ? 'end' : 'middle';
    return html`<line class="tick" x1="${x}" x2="${x}" y1="${axisHeight - 4}" y2="${height}"/><text class="time" x="${x}" y="12" text-anchor="${anchor}">${text(t)}</text>`;
  });
}
