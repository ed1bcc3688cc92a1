import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/main';
import { recordingIo } from '../io';

export const fixture = (name: string): string => join(__dirname, '..', 'fixtures', 'redirects', name);

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `cutover redirects` with these words, and these pieces on standard input. */
export async function redirects(
  words: readonly string[],
  input?: readonly (string | Uint8Array)[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const io = recordingIo(env, input);
  const code = await main(['redirects', ...words], io);
  return { code, out: io.stdout, err: io.stderr };
}

/** A file with this text in a folder of its own. */
export function fileWith(text: string | Uint8Array, name = 'rules.yml'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'redirects-')), name);
  writeFileSync(file, text);
  return file;
}
