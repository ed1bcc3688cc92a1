import { createHash, createHmac } from 'node:crypto';
import querystring from 'node:querystring';
import vm from 'node:vm';
import { harness } from '../harness/harness';
import { failure, type Result, resultOf, unsettled } from '../harness/invocation';
import { limits } from '../limits';
import type { Engine, Job } from './engine';
import { scriptOf } from './script';

/** Guards against a function that does not end; far above what any function may take. */
const timeoutMilliseconds = 2_000;
const chunk = 64;

/** Node's own engine: the fastest, always there, and lax: only the lint keeps it honest. */
export const vmEngine: Engine = {
  name: 'vm',
  isAvailable: () => true,
  async run(job) {
    const results: Result[] = [];
    process.on('unhandledRejection', ignoreOwn);
    try {
      while (results.length < job.events.length) runUntilStopped(job, results);
      // Node reports rejections when the stack is empty.
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off('unhandledRejection', ignoreOwn);
    }
    return results;
  },
};

/** The prototypes of the promises of all contexts. */
const ownPromises = new WeakSet<object>();

/** A promise that a function leaves rejected must not end this process; whoever else's still does. */
function ignoreOwn(reason: unknown, promise: Promise<unknown>): void {
  if (!ownPromises.has(Object.getPrototypeOf(promise))) throw reason;
}

const outOfTime = failure('time', `ran longer than ${timeoutMilliseconds} ms`);

/** What a timeout stops leaves promises behind, so the rest gets a new context. */
function runUntilStopped(job: Job, results: Result[]): void {
  const loaded = load(job, results);
  if (!('drive' in loaded)) {
    results.push(...job.events.slice(results.length).map(() => loaded));
    return;
  }
  const first = results.length;
  while (results.length < job.events.length) {
    const from = results.length;
    // Alone at first: a chunk's time is not counted against the one that a timeout stopped.
    const to = Math.min(from === first ? from + 1 : from + chunk, job.events.length);
    if (loaded.drive(from, to) === 'done') {
      if (results.length < to) results.push(unsettled);
      continue;
    }
    if (from === first) results.push(outOfTime);
    return;
  }
}

interface Loaded {
  drive(from: number, to: number): 'done' | 'time';
}

function load(job: Job, results: Result[]): Loaded | Result {
  const context = contextFor(job, results);
  try {
    vm.runInContext(scriptOf(job.code, { countSteps: false }), context, {
      filename: 'function.js',
      timeout: timeoutMilliseconds,
    });
  } catch (error) {
    return failure('load', String(error));
  }
  return {
    drive(from, to) {
      try {
        vm.runInContext(
          `__cutover.drive(typeof handler === 'undefined' ? undefined : handler, ${from}, ${to})`,
          context,
          { timeout: timeoutMilliseconds },
        );
        return 'done';
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
        return 'time';
      }
    },
  };
}

/** Promises are settled within an evaluation, so that its timeout holds for what comes after an await too. */
function contextFor({ store, events, rounds = 1 }: Job, results: Result[]): vm.Context {
  const modules: Record<string, unknown> = {
    crypto: { createHash, createHmac },
    querystring,
    buffer: { Buffer },
  };
  const context = vm.createContext(
    { Buffer, TextEncoder, TextDecoder, atob, btoa },
    { microtaskMode: 'afterEvaluate', codeGeneration: { strings: false, wasm: false } },
  );
  ownPromises.add(vm.runInContext('Promise.prototype', context));
  const host = {
    rounds,
    keyCount: store.size,
    invocation: (index: number) => JSON.stringify(events[index]),
    lookup: (key: string) => store.get(key),
    emit: (_index: number, json: string) => results.push(resultOf(json)),
    require: (name: string) => modules[name],
  };
  const create = vm.runInContext(harness, context);
  const made = create(vm.runInContext('globalThis', context), host, limits.logBytes);
  context.__cutover = made;
  context.__cutoverImport = (name: string) =>
    name === 'cloudfront' ? made.cloudfront : context.require(name);
  return context;
}
