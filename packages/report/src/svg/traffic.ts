import { countText, preciseClockText } from '../format';
import { type Html, html, nothing } from '../html';
import type { Outage } from '../outages';
import type { Stretch } from '../stretches';
import type { Row } from './chart';
import { failedFill, toneOf } from './patterns';
import { plate } from './plate';
import type { Scale } from './scale';

export interface TrafficLook {
  readonly chartId: string;
  readonly scale: Scale;
  readonly sides: readonly string[];
  readonly height: number;
}

/** A failure is drawn at least this high, however small its share of the second's requests. */
const leastFailedShare = 0.4;

/** Who answered a name, stretch by stretch; a second in which several answered is divided by their shares. */
export const trafficLane = (look: TrafficLook, stretches: readonly Stretch[]): Row => ({
  height: look.height + 4,
  draw: (y) => [
    ...stretches.map((stretch, i) => drawn(look, stretch, y, (stretches[i - 1]?.failed ?? 0) === 0)),
    ...stretches.map((stretch) => {
      const caption = captionOf(stretch, look.sides);
      return caption === undefined
        ? nothing
        : plate(look.scale, stretch.from, stretch.to, caption, y, look.height);
    }),
  ],
});

/** @param isFirst nothing failed in the stretch before: a line marks where the failures begin */
function drawn(look: TrafficLook, stretch: Stretch, y: number, isFirst: boolean): Html {
  const { scale, chartId, height } = look;
  const x = scale.x(stretch.from);
  const width = scale.width(stretch.from, stretch.to);
  const failed = stretch.failed === 0 ? 0 : Math.max(leastFailedShare, stretch.failedShare) * height;
  const answered = stretch.shares.reduce((sum, share) => sum + share, 0);
  let top = y + failed;
  const sides = stretch.shares.map((share, i) => {
    const high = answered === 0 ? 0 : (share / answered) * (height - failed);
    const rect = html`<rect x="${x}" width="${width}" y="${round(top)}" height="${round(high)}" fill="${toneOf(chartId, i)}"/>`;
    top += high;
    return high > 0 && rect;
  });
  const hole =
    failed > 0 &&
    html`<rect x="${x}" width="${width}" y="${y}" height="${round(failed)}" fill="${failedFill(chartId)}"/>${isFirst && html`<line class="hole" x1="${x}" x2="${x}" y1="${y}" y2="${round(y + failed)}"/>`}`;
  return html`<g class="stretch" data-from="${stretch.from}" data-to="${stretch.to}"><title>${sentenceOf(stretch, look.sides)}</title>${sides}${hole}</g>`;
}

export function sentenceOf(stretch: Stretch, sides: readonly string[]): string {
  const parts = sides
    .map((side, i) => ({ side, share: stretch.shares[i] ?? 0 }))
    .filter(({ share }) => share > 0)
    .map(({ side, share }) => (share === 1 ? side : `${side} ${Math.round(share * 100)} %`));
  const failed =
    stretch.failed > 0 ? [`${countText(stretch.failed)} of ${countText(stretch.requests)} failed`] : [];
  const when = `${preciseClockText(stretch.from)} to ${preciseClockText(stretch.to)}`;
  return `${when}: ${[...parts, ...failed].join(', ') || 'nobody'}`;
}

/** The one side that answered all of a stretch is named in it. */
const captionOf = ({ shares, failedShare }: Stretch, sides: readonly string[]): string | undefined =>
  failedShare === 1 ? 'failed' : sides[shares.indexOf(1)];

/** A mark over the lane for each outage: a hole of 100 ms in an hour would be thinner than a pixel. */
export const outageMarks = (scale: Scale, outages: readonly Outage[]): Row => ({
  height: outages.length > 0 ? 16 : 0,
  draw: (y) =>
    outages.map(
      ({ from, to }) =>
        html`<line class="span" x1="${scale.x(from)}" x2="${scale.x(to)}" y1="${y + 13}" y2="${y + 13}"/><svg x="${scale.x(from)}" y="${y}" overflow="visible"><circle cx="0" cy="6" r="7" class="failure"/><path d="M-3 3 3 9M3 3-3 9" class="cross"/></svg>`,
    ),
});

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
