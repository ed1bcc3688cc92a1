/** Seconds as people read a stopwatch: `06:05`, `1:23:20`, `-00:30`. */
export function clockText(seconds: number): string {
  if (seconds < 0) return `-${clockText(-seconds)}`;
  const whole = Math.floor(seconds + 1e-9);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = `${two(minutes)}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** With tenths, where seconds are told apart: `06:05.3`. */
export function preciseClockText(seconds: number): string {
  if (seconds < 0) return `-${preciseClockText(-seconds)}`;
  const tenths = Math.floor(seconds * 10 + 1e-6);
  return `${clockText(tenths / 10)}.${tenths % 10}`;
}

/** How long something took: `100 ms`, `17.2 s`, `3 min 18 s`, `1 h 05 min`. */
export function durationText(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  // Rounded first: 59.96 s are a minute.
  if (Math.round(seconds * 10) < 600) return `${(Math.round(seconds * 10) / 10).toString()} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor(whole / 60) % 60)} min`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `3,412` whatever the machine's locale. */
export const countText = (n: number): string => n.toLocaleString('en-US');

/** `1 request`, `2 requests`. */
export const plural = (n: number, noun: string, many = `${noun}s`): string =>
  `${countText(n)} ${n === 1 ? noun : many}`;

/** `a, b and c`; at most `shown` of them by name. */
export function listText(words: readonly string[], shown = 6): string {
  if (words.length > shown)
    return `${words.slice(0, shown).join(', ')} and ${countText(words.length - shown)} more`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
