import { type Html, html, nothing } from '../html';
import type { Scale } from './scale';

const pixelsPerCharacter = 7.4;
/** A longer label would paint over the lane that it is to explain; the lane's title has it whole. */
const longest = 34;

/** A label within a lane, on a ground of its own so that it is read over any pattern; nothing where it has no room. */
export function plate(
  scale: Scale,
  from: number,
  to: number,
  label: string,
  y: number,
  laneHeight: number,
): Html {
  const room = Math.floor((scale.room(from, to) * 6.6) / pixelsPerCharacter) - 1;
  if (room < 4) return nothing;
  const most = Math.min(room, longest);
  const text = label.length <= most ? label : `${label.slice(0, most - 1)}…`;
  const top = laneHeight / 2;
  const width = Math.round(text.length * pixelsPerCharacter + 9);
  return html`<svg x="${scale.x(from)}" y="${y}" overflow="visible"><rect class="plate" x="5" y="${top - 8}" width="${width}" height="16" rx="3"/><text class="side" x="9" y="${top + 4}">${text}</text></svg>`;
}
