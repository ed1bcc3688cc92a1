import { clip, clockText, columns, countText, plural } from './format';
import type { LiveState, LiveStep } from './state';
import { failedGlyph, glyphOf, timelineCells } from './timeline-cells';

const defaultWidth = 80;
/** Older steps leave the screen; the verdict lists them all. */
const stepsShown = 12;
const marks: Record<LiveStep['mark'], string> = { running: '…', done: '✓', failed: '✗' };

/** The whole screen as plain lines, none wider than `width`. */
export function renderFrame(state: LiveState, width = defaultWidth): string[] {
  const lines = [
    `${clockText(state.atSeconds)}  ${state.phase}`,
    '',
    ...stepLines(state.steps),
    '',
    ...trafficLines(state, width),
  ];
  return lines.map((line) => clip(line, width));
}

function stepLines(steps: readonly LiveStep[]): string[] {
  const hidden = steps.length - stepsShown;
  const more = hidden > 0 ? [`  (${plural(hidden, 'earlier step')})`] : [];
  const shown = steps.slice(-stepsShown);
  return [
    ...more,
    ...shown.map(({ mark, atSeconds, text }) => `  ${marks[mark]} ${clockText(atSeconds)}  ${text}`),
  ];
}

function trafficLines(state: LiveState, width: number): string[] {
  const total = `Traffic: ${plural(state.requests, 'request')}, ${countText(state.failed)} failed`;
  const facts = columns(
    state.names.map(({ name, requests, failed, side }) => [
      name,
      countText(requests),
      `${countText(failed)} failed`,
      side ?? 'nobody',
    ]),
  );
  const room = Math.max(10, width - (facts[0]?.length ?? 0) - 2);
  const names = state.names.map(
    ({ moments }, i) => `${facts[i]}  ${timelineCells(moments, state.sides, room)}`,
  );
  return [total, ...names, ...legend(state.sides)];
}

const legend = (sides: readonly string[]): string[] =>
  sides.length === 0
    ? []
    : [
        `  ${[...sides.map((side) => `${glyphOf(side, sides)} ${side}`), `${failedGlyph} failed`].join('   ')}`,
      ];
