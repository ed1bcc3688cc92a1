import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harness } from '../harness/harness';
import { failure, type Result, resultOf, unsettled } from '../harness/invocation';
import { limits } from '../limits';
import type { Engine, Job } from './engine';

const program = (): string => process.env.NJS ?? 'njs';

/** njs frees memory when a process ends and not before; so many invocations take it some hundred megabytes. */
const invocationsPerProcess = 5_000;
const usualSilenceMilliseconds = 5_000;

/**
 * njs 0.7.9, as Debian has it (`apt-get install njs`): the strict judge. It runs the very bytes; only an import stands
 * before them on the first line, and a call behind them.
 */
export const njsEngine: Engine = {
  name: 'njs',
  isAvailable: () => spawnSync(program(), ['-v'], { stdio: 'ignore' }).status === 0,
  async run(job) {
    const folder = mkdtempSync(join(tmpdir(), 'cutover-njs-'));
    try {
      writeSources(folder, job);
      const results: Result[] = [];
      while (results.length < job.events.length) await runProcess(folder, job, results);
      return results;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** njs finds a module by its very name, without an extension, below the path of `-p`. */
function writeSources(folder: string, { code, store, rounds = 1 }: Job): void {
  const given = JSON.stringify({ rounds, keyCount: store.size, store: Object.fromEntries(store) });
  writeFileSync(join(folder, 'given.json'), given);
  writeFileSync(join(folder, 'cutover'), driver);
  writeFileSync(
    join(folder, 'cloudfront'),
    'export default { kvs: function () { return globalThis.__cutover.cloudfront.kvs(); } };\n',
  );
  const call = "__cutoverRun.start(typeof handler === 'undefined' ? undefined : handler);";
  writeFileSync(join(folder, 'function.js'), `import __cutoverRun from 'cutover';${code}\n;${call}\n`);
}

const driver = `var fs = require('fs');
var folder = process.argv[2];
var given = JSON.parse(fs.readFileSync(folder + '/given.json', 'utf8'));
var events = JSON.parse(fs.readFileSync(folder + '/events.json', 'utf8'));
var results = folder + '/results';
var host = {
  rounds: given.rounds,
  keyCount: given.keyCount,
  invocation: function (index) { return events[index]; },
  lookup: function (key) {
    return Object.prototype.hasOwnProperty.call(given.store, key) ? given.store[key] : undefined;
  },
  emit: function (index, json) { fs.appendFileSync(results, json + '\\n'); },
  require: globalThis.require,
};
var made = ${harness}(globalThis, host, ${limits.logBytes});
globalThis.__cutover = made;
export default {
  start: function (handler) {
    fs.appendFileSync(results, 'loaded\\n');
    made.drive(handler, 0, events.length);
  },
};
`;

/** Runs what has no result yet, as far as the process comes. */
async function runProcess(folder: string, job: Job, results: Result[]): Promise<void> {
  const { silenceMilliseconds = usualSilenceMilliseconds } = job;
  const events = job.events.slice(results.length, results.length + invocationsPerProcess);
  writeFileSync(join(folder, 'events.json'), JSON.stringify(events.map((each) => JSON.stringify(each))));
  const file = join(folder, 'results');
  writeFileSync(file, '');
  const ended = await spawnNjs(folder, silenceMilliseconds, () => readFileSync(file).length);
  // The last line is whole or, after a crash, not there.
  const [loaded, ...lines] = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  if (loaded !== 'loaded') {
    const refused = ended.hung
      ? failure('time', `did not load within ${silenceMilliseconds} ms`)
      : failure('load', ended.says);
    results.push(...job.events.slice(results.length).map(() => refused));
    return;
  }
  results.push(...lines.map(resultOf));
  if (lines.length < events.length) results.push(whyNone(ended, silenceMilliseconds));
}

interface Ended {
  readonly hung: boolean;
  readonly exit: string;
  readonly says: string;
}

function whyNone({ hung, exit, says }: Ended, silenceMilliseconds: number): Result {
  if (hung) return failure('time', `ran longer than ${silenceMilliseconds} ms`);
  if (exit === '0') return unsettled;
  return failure(/MemoryError/.test(says) ? 'memory' : 'crash', `njs ended with ${exit}: ${says}`);
}

function spawnNjs(folder: string, silenceMilliseconds: number, progress: () => number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program(), ['-p', `${folder}/`, join(folder, 'function.js'), folder]);
    let says = '';
    let hung = false;
    let last = -1;
    const watch = setInterval(() => {
      const now = progress();
      hung = now === last;
      last = now;
      if (hung) child.kill('SIGKILL');
    }, silenceMilliseconds);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        says = (says + text).slice(0, 4_096);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ hung, exit: String(signal ?? code), says: wordsOf(says, folder) });
    });
  });
}

/** `Thrown:\nSyntaxError: ... in function.js:3`, without the folder. */
const wordsOf = (says: string, folder: string): string =>
  says
    .replace(/^Thrown:\n/, '')
    .replaceAll(`${folder}/`, '')
    .trim();
