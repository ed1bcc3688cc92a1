import vm from 'node:vm';
import { failure, type Result, resultOf, unsettled } from '../harness/invocation';
import type { Engine, Job } from './engine';
import { scriptOf } from './script';
import { contextOf, ignoreOwn, isTimeout, outOfTime, timeoutMilliseconds } from './vm-context';

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
        if (!isTimeout(error)) throw error;
        return 'time';
      }
    },
  };
}

const contextFor = ({ store, events, rounds = 1 }: Job, results: Result[]): vm.Context =>
  contextOf({
    rounds,
    keyCount: store.size,
    invocation: (index) => JSON.stringify(events[index]),
    lookup: (key) => store.get(key),
    emit: (_index, json) => results.push(resultOf(json)),
  });
