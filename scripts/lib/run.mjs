import { spawn, spawnSync } from 'node:child_process';
import { root } from './repository.mjs';

/** A command that failed, in one line for people. */
export class StepFailed extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a program in the root of the repository with this terminal. @returns its exit code. */
export function exitCodeOf(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error?.code === 'ENOENT') throw new StepFailed(`${program} is not installed or not on the PATH`);
  if (result.error !== undefined) throw result.error;
  return result.status ?? 1;
}

/** @throws StepFailed when the program does not end with 0. */
export function run(program, args, options = {}) {
  const exitCode = exitCodeOf(program, args, options);
  if (exitCode !== 0)
    throw new StepFailed(`${[program, ...args].join(' ')} ended with ${exitCode}`, exitCode);
}

/** Starts a program beside what goes on here. @returns a promise of its exit code and of what it said into pipes */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, said }));
  });
}

/** Starts a script of scripts/ beside what goes on here. @returns a promise that rejects with StepFailed when it fails */
export function runBeside(script) {
  const ended = start(process.execPath, [script]).then(({ exitCode }) => {
    if (exitCode !== 0) throw new StepFailed(`${script} ended with ${exitCode}`, exitCode);
  });
  // Whoever awaits it may be busy until after it has failed.
  ended.catch(() => {});
  return ended;
}

/** Runs a script's main part; what is foreseen ends as one line, a defect keeps its stack. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
