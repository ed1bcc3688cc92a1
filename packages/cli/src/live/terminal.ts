/** Milliseconds of the wall between two drawings: ten a second are smooth, more only cost the run its time. */
const restMs = 100;

const up = (lines: number): string => (lines > 0 ? `\u001b[${lines}A` : '');
const clearLine = '\u001b[2K';
const clearBelow = '\u001b[0J';

export interface Screen {
  /** Draws unless the last drawing was too recent; `lines` is asked only then. */
  draw(lines: () => readonly string[]): void;
  /** Draws whatever the time. */
  drawNow(lines: readonly string[]): void;
}

/**
 * Draws over its own last lines, and leaves what is above them alone.
 * @param now wall milliseconds
 */
export function screen(write: (text: string) => void, now: () => number): Screen {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let height = 0;
  const drawNow = (lines: readonly string[]): void => {
    write(`${up(height)}${lines.map((line) => `${clearLine}${line}\n`).join('')}${clearBelow}`);
    height = lines.length;
    drawnAt = now();
  };
  return {
    drawNow,
    draw: (lines) => {
      if (now() - drawnAt >= restMs) drawNow(lines());
    },
  };
}
