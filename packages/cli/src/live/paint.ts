type Env = Readonly<Record<string, string | undefined>>;

/** https://no-color.org: any value that is not empty turns colour off. */
export const mayColour = (env: Env, interactive: boolean): boolean =>
  interactive && !env.NO_COLOR && env.TERM !== 'dumb';

const colours: readonly (readonly [RegExp, number])[] = [
  [/✓/g, 32],
  [/✗+/g, 31],
  [/\b(FAILED|[1-9][\d,]* failed)\b/g, 31],
  [/\bPASSED\b/g, 32],
];

/** Colours what a finished line says, so that whoever lays lines out can count their characters. */
export const paint = (line: string): string =>
  colours.reduce((text, [what, code]) => text.replace(what, `\u001b[${code}m$&\u001b[39m`), line);
