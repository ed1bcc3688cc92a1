import { readRules } from '../../../src';

/** What is wrong, as a sentence; the file; and what is said about it. */
export type Row = readonly [sentence: string, text: string, problem: string];

/** A file with one rule that has these lines. */
export const rule = (...lines: string[]): string =>
  ['Sites:', '- Hosts: [a.org]', '  Rules:', `  - ${lines.join('\n    ')}`].join('\n');

export const to = 'To: https://b.org/';

/** `line:column what -> what to write instead`, for each problem. */
export const problemsOf = (text: string): string[] =>
  readRules(text, 'rules.yml').problems.map(
    ({ line, column, what, instead }) => `${line}:${column} ${what} -> ${instead}`,
  );
