import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Mozilla's production rules, the nginx configuration that refractr makes of them, and what nginx 1.26.2 with it
 * answered. They lie beside the project's root, as they are Mozilla's and no part of it.
 */
const folder = join(rootAbove(__dirname), '..', 'shared', 'data');

export const isCorpusThere = existsSync(join(folder, 'prod-refractr.yml'));
export const corpusText = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** Wherever a bundle has put this. */
function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json')) || folder === dirname(folder)) return folder;
  return rootAbove(dirname(folder));
}

/** An answer of nginx, as one line of the recording. */
export interface RecordedAnswer {
  readonly host: string;
  readonly uri: string;
  readonly status: number;
  /** Empty: none. */
  readonly location: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const recordedAnswers = (text: string): RecordedAnswer[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedAnswer);

/** A skipped test says nothing by itself. */
export function sayAbsent(): void {
  process.stderr.write(
    `\nSKIPPED: Mozilla's production rules are not at ${folder}: nothing is known about importing them here.\n`,
  );
}
