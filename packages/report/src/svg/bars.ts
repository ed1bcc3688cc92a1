import { type Html, html } from '../html';
import type { Row } from './chart';
import type { Scale } from './scale';

/** A stretch of a bar with a label in it and a sentence behind it. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly title: string;
  /** Tones tell neighbours apart; they mean nothing by themselves. */
  readonly tone: number;
}

const barHeight = 18;

/** A thin bar of labelled segments: what DNS answered, which phase ran. */
export const bar = (scale: Scale, segments: readonly Segment[]): Row => ({
  height: barHeight + 3,
  draw: (y) => segments.map((segment) => drawn(scale, segment, y)),
});

function drawn(scale: Scale, { from, to, label, title, tone }: Segment, y: number): Html {
  const width = scale.width(from, to);
  return html`<g class="segment s${tone % 2}" data-from="${from}" data-to="${to}"><title>${title}</title><rect x="${scale.x(from)}" width="${width}" y="${y}" height="${barHeight}" rx="2"/>${caption(scale, from, to, label, y)}</g>`;
}

/** As much of the label as fits; a bar too short for three letters keeps only its title. */
function caption(scale: Scale, from: number, to: number, label: string, y: number): Html | undefined {
  const room = scale.room(from, to);
  if (room < 3) return undefined;
  const text = label.length <= room ? label : `${label.slice(0, room - 1)}…`;
  return html`<svg x="${scale.x(from)}" y="${y}" overflow="visible"><text x="5" y="13">${text}</text></svg>`;
}
