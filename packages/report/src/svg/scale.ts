/** A stretch of time laid out over the width of a chart. Places are shares of the width, so text is never stretched. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** `12.5%`. */
  x(t: number): string;
  width(from: number, to: number): string;
  /** How many characters of a bar's label fit between, at the narrowest width of a chart. */
  room(from: number, to: number): number;
}

/** Charts scroll within their box below this many pixels (see style/charts.ts). */
export const narrowestPixels = 720;
const pixelsPerCharacter = 6.6;
const padding = 10;

export function scaleOf(from: number, to: number): Scale {
  const length = Math.max(to - from, 0.001);
  const share = (t: number): number => Math.min(1, Math.max(0, (t - from) / length));
  return {
    from,
    to: from + length,
    x: (t) => percent(share(t)),
    width: (start, end) => percent(share(end) - share(start)),
    room: (start, end) =>
      Math.floor(((share(end) - share(start)) * narrowestPixels - padding) / pixelsPerCharacter),
  };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;

const tickSteps = [
  0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400,
];
const mostTicks = 9;

/** Round times within the scale, no more than fit side by side. */
export function ticksOf({ from, to }: Scale): number[] {
  const step =
    tickSteps.find((each) => (to - from) / each <= mostTicks) ?? Math.ceil((to - from) / mostTicks);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}
