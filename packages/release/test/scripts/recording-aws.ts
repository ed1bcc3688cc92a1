import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../workbench';

export interface ScriptRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Words of each call of the AWS CLI. */
  readonly calls: readonly (readonly string[])[];
}

/** Runs a script of scripts/ as a person does, with aws.sh as the AWS CLI. */
export function runScript(
  name: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-scripts-'));
  const log = join(folder, 'log');
  copyFileSync(join(__dirname, 'aws.sh'), join(folder, 'aws'));
  const env = {
    ...process.env,
    ...environment,
    AWS_LOG: log,
    PATH: `${folder}${delimiter}${process.env.PATH}`,
  };
  const { status, stdout, stderr } = spawnSync(join(root, 'scripts', name), words, { env, encoding: 'utf8' });
  const calls = existsSync(log) ? wordsIn(readFileSync(log, 'utf8')) : [];
  rmSync(folder, { recursive: true });
  return { code: status ?? 1, stdout, stderr, calls };
}

/** ASCII's own separators: of words, and of calls. */
const wordsIn = (log: string): string[][] =>
  log
    .split('\x1e')
    .slice(0, -1)
    .map((call) => call.split('\x1f').slice(0, -1));

/** Whether git would take a file into a commit. */
export const isIgnored = (path: string): boolean =>
  execFileSync('git', ['check-ignore', '--no-index', path], { cwd: root, encoding: 'utf8' }).trim() === path;
