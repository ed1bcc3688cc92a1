import type { Moment } from './state';

/** One glyph per side, in order of first sight; a third side would share the last. */
const sideGlyphs = ['░', '█', '▒'];
export const failedGlyph = '✗';
const nobodyGlyph = '·';

export const glyphOf = (side: string | undefined, sides: readonly string[]): string =>
  side === undefined
    ? nobodyGlyph
    : (sideGlyphs[Math.min(sides.indexOf(side), sideGlyphs.length - 1)] ?? nobodyGlyph);

/**
 * A whole run in at most `width` cells, each as many moments as needed. A failure is shown however short it
 * was: a cell with one failed moment is a failed cell.
 */
export function timelineCells(moments: readonly Moment[], sides: readonly string[], width: number): string {
  const perCell = Math.max(1, Math.ceil(moments.length / width));
  const cells = Math.ceil(moments.length / perCell);
  return Array.from({ length: cells }, (_, i) => {
    const cell = moments.slice(i * perCell, (i + 1) * perCell);
    return cell.some(({ failed }) => failed) ? failedGlyph : glyphOf(cell.at(-1)?.side, sides);
  }).join('');
}
