import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from '../workbench';

/** Stands for the AWS CLI: keeps its words, and answers for stacks that were deployed, and for a device. */
const program = `#!${process.execPath}
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const log = process.env.AWS_LOG;
const words = process.argv.slice(2);
const valueOf = (name) => words[words.indexOf(name) + 1];
const before = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\\n').map((line) => JSON.parse(line)) : [];
appendFileSync(log, JSON.stringify(words) + '\\n');
const isThere = before.some((each) => each.includes('deploy') && each.includes(valueOf('--stack-name')));
if (words.includes('describe-stacks')) {
  if (!isThere) process.exit(254);
  console.log(valueOf('--stack-name') + '/' + /OutputKey=='(\\w+)'/.exec(valueOf('--query'))[1]);
}
if (words.includes('list-mfa-devices')) console.log(process.env.DEVICE ?? 'arn:aws:iam::310123456789:mfa/me');
if (words.includes('get-session-token')) console.log('AKID\\tSECRET\\tTOKEN\\t2026-01-01T12:00:00+00:00');
if (words.includes('get')) console.log('eu-central-1');
`;

export interface ScriptRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Words of each call of the AWS CLI. */
  readonly calls: readonly (readonly string[])[];
}

/** Runs a script of scripts/ as a person does, with that CLI on the PATH. */
export function runScript(
  name: string,
  words: readonly string[],
  environment: Record<string, string> = {},
): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-scripts-'));
  const log = join(folder, 'log.jsonl');
  writeFileSync(join(folder, 'aws'), program);
  chmodSync(join(folder, 'aws'), 0o755);
  const env = {
    ...process.env,
    ...environment,
    AWS_LOG: log,
    PATH: `${folder}${delimiter}${process.env.PATH}`,
  };
  const { status, stdout, stderr } = spawnSync(join(root, 'scripts', name), words, { env, encoding: 'utf8' });
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  rmSync(folder, { recursive: true });
  return { code: status ?? 1, stdout, stderr, calls: lines.map((line) => JSON.parse(line)) };
}

/** Whether git would take a file into a commit. */
export const isIgnored = (path: string): boolean =>
  execFileSync('git', ['check-ignore', '--no-index', path], { cwd: root, encoding: 'utf8' }).trim() === path;
