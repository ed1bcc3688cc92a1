/** Virtual seconds as people read a stopwatch: `06:05`, `83:20`. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** With tenths, where seconds are told apart: `06:05.3`. */
export const preciseClockText = (seconds: number): string => {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  return `${clockText(tenths / 10)}.${tenths % 10}`;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** `3,412` whatever the machine's locale. */
export const countText = (n: number): string => n.toLocaleString('en-US');

/** `1 request`, `2 requests`. */
export const plural = (n: number, noun: string): string => `${countText(n)} ${noun}${n === 1 ? '' : 's'}`;

/** Columns as wide as their widest cell, two blanks between. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const most = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: most }, (_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) => `  ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join('  ')}`);
}

/** The same without the blanks at the ends of lines. */
export const table = (rows: readonly (readonly string[])[]): string[] =>
  columns(rows).map((line) => line.trimEnd());

/** Cut to the width of the screen: a line that wraps would break the redrawing. */
export const clip = (line: string, width: number): string =>
  line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`;
