import { type Html, html } from '../html';
import type { Row } from './chart';
import type { Scale } from './scale';

/** What share there was from one second to another, with a sentence behind it. */
export interface Column {
  readonly from: number;
  readonly to: number;
  /** Of the lane's height; above 0. */
  readonly share: number;
  readonly title: string;
  /** By nobody who is known. */
  readonly isOther: boolean;
}

/** Less could not be seen. */
const leastHeight = 2;

/** Columns on one ground line. */
export const columns = (scale: Scale, all: readonly Column[], height: number): Row => ({
  height: height + 2,
  draw: (y) => [
    ...all.map((column) => drawn(scale, column, y, height)),
    html`<line class="ground" x1="0" x2="100%" y1="${y + height}" y2="${y + height}"/>`,
  ],
});

function drawn(scale: Scale, { from, to, share, title, isOther }: Column, y: number, height: number): Html {
  const high = Math.max(leastHeight, Math.round(share * height * 10) / 10);
  return html`<g class="column${isOther ? ' other' : ''}" data-from="${from}" data-to="${to}"><title>${title}</title><rect x="${scale.x(from)}" width="${scale.width(from, to)}" y="${y + height - high}" height="${high}"/></g>`;
}
