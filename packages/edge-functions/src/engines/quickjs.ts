import { createHash, createHmac } from 'node:crypto';
import querystring from 'node:querystring';
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import { harness } from '../harness/harness';
import { failure, type Result, resultOf, unsettled } from '../harness/invocation';
import { limits } from '../limits';
import type { Engine, Job } from './engine';
import { type BoundedQuickJs, boundedQuickJs, OutOfMemory } from './quickjs-memory';
import { quickjsModules } from './quickjs-modules';
import { scriptOf } from './script';
import { outOfSteps, withinSteps } from './steps';

/** QuickJS asks after so many calls, turns and regex steps whether to go on. */
const stepsPerTick = 10_000;
/**
 * Stops what the count cannot: regexes, methods of the language that loop, a loop without end. Well above the count,
 * which decides for the rest; a turn of a loop is more than one of these.
 */
const maxTicks = (4 * limits.steps) / stepsPerTick;

/** The one with bounds: memory as CloudFront has it, and a count of steps that is the same on every machine. */
export const quickjsEngine: Engine = {
  name: 'quickjs',
  isAvailable: () => true,
  async run(job) {
    const results: Result[] = [];
    while (results.length < job.events.length) await runUntilBroken(job, results);
    return results;
  },
};

/** After an invocation that broke a bound nothing in the runtime is to be trusted: the rest gets a new one. */
async function runUntilBroken(job: Job, results: Result[]): Promise<void> {
  const machine = new Machine(await boundedQuickJs(), job);
  try {
    const refused = machine.load();
    if (refused !== undefined) {
      results.push(...job.events.slice(results.length).map(() => refused));
      return;
    }
    while (results.length < job.events.length) {
      const result =
        (job.rounds ?? 1) > 1 ? machine.run(results.length) : withinSteps(machine.run(results.length));
      results.push(result);
      if (result.error?.kind === 'steps' || result.error?.kind === 'memory') return;
    }
  } finally {
    machine.dispose();
  }
}

class Machine {
  private readonly context: QuickJSContext;
  private ticks = 0;
  private maxTicks = Number.POSITIVE_INFINITY;
  private emitted: string | undefined;

  constructor(
    private readonly bounded: BoundedQuickJs,
    private readonly job: Job,
  ) {
    const runtime = bounded.quickjs.newRuntime();
    this.context = runtime.newContext();
    runtime.setInterruptHandler(() => ++this.ticks > this.maxTicks);
  }

  /** @returns what came instead of a loaded function. */
  load(): Result | undefined {
    this.makeHost();
    const setUp = `(function () {
      const host = __cutoverHost;
      delete globalThis.__cutoverHost;
      globalThis.__cutoverSteps = 0;
      globalThis.InternalError ??= class InternalError extends Error {};
      globalThis.MemoryError = class MemoryError extends Error {};
      ${quickjsModules}(globalThis, host);
      const made = ${harness}(globalThis, host, ${limits.logBytes});
      globalThis.__cutover = made;
      globalThis.__cutoverImport = (name) => name === 'cloudfront' ? made.cloudfront : require(name);
    })()`;
    this.context.unwrapResult(this.context.evalCode(setUp, 'cutover.js')).dispose();
    this.bounded.leave(limits.memoryBytes);
    this.maxTicks = maxTicks;
    this.ticks = 0;
    try {
      return this.evaluate(scriptOf(this.job.code, { countSteps: true }), 'function.js');
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return failure('load', String(error));
    }
  }

  run(index: number): Result {
    try {
      return this.runUnguarded(index);
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error;
      return failure('memory', error.message);
    }
  }

  private runUnguarded(index: number): Result {
    this.ticks = 0;
    this.maxTicks = maxTicks * (this.job.rounds ?? 1);
    this.emitted = undefined;
    const call = `__cutover.drive(typeof handler === 'undefined' ? undefined : handler, ${index}, ${index + 1})`;
    const stopped = this.evaluate(call, 'cutover.js');
    if (stopped !== undefined) return this.stopped(stopped);
    const jobs = this.context.runtime.executePendingJobs();
    const error = jobs.error && this.context.dump(jobs.error);
    jobs.dispose();
    if (this.emitted !== undefined) return resultOf(this.emitted);
    return error === undefined ? unsettled : this.stopped(failure('thrown', wordsOf(error)));
  }

  dispose(): void {
    const { runtime } = this.context;
    this.context.dispose();
    runtime.dispose();
  }

  private evaluate(code: string, file: string): Result | undefined {
    const result = this.context.evalCode(code, file, { type: 'global' });
    if (result.error === undefined) {
      result.value.dispose();
      return undefined;
    }
    const message = wordsOf(this.context.dump(result.error));
    result.error.dispose();
    return failure('load', message);
  }

  private stopped({ error }: Result): Result {
    const message = error?.message ?? '';
    if (this.ticks > this.maxTicks) return failure('steps', outOfSteps);
    return failure(message.includes('out of memory') ? 'memory' : 'crash', message);
  }

  private makeHost(): void {
    const { context, job } = this;
    const host = context.newObject();
    const give = (name: string, value: QuickJSHandle) =>
      value.consume((each) => context.setProp(host, name, each));
    const text = (handle: QuickJSHandle | undefined) => (handle ? context.getString(handle) : '');
    const bytes = (handle: QuickJSHandle) =>
      context.getArrayBuffer(handle).consume((each) => Buffer.from(each.value));
    const answer = (name: string, body: (...words: QuickJSHandle[]) => QuickJSHandle) =>
      give(name, context.newFunction(name, body));
    const arrayBuffer = (given: Buffer) => context.newArrayBuffer(Uint8Array.from(given).buffer);

    give('rounds', context.newNumber(job.rounds ?? 1));
    give('countsSteps', context.true);
    give('keyCount', context.newNumber(job.store.size));
    answer('invocation', (index) =>
      context.newString(JSON.stringify(job.events[context.getNumber(index as QuickJSHandle)])),
    );
    answer('lookup', (key) => {
      const value = job.store.get(text(key));
      return value === undefined ? context.undefined : context.newString(value);
    });
    answer('emit', (_index, json) => {
      this.emitted = text(json);
      return context.undefined;
    });
    answer('bytes', (given, encoding) =>
      arrayBuffer(Buffer.from(text(given), text(encoding) as BufferEncoding)),
    );
    answer('text', (given, encoding) =>
      context.newString(bytes(given as QuickJSHandle).toString(text(encoding) as BufferEncoding)),
    );
    answer('digest', (algorithm, data, key) => {
      const name = text(algorithm);
      const isKeyed = key !== undefined && context.typeof(key) !== 'undefined';
      const hash = isKeyed ? createHmac(name, bytes(key)) : createHash(name);
      return arrayBuffer(hash.update(bytes(data as QuickJSHandle)).digest());
    });
    answer('querystring', (method, words) => {
      const call = querystring[text(method) as 'parse'] as (...given: unknown[]) => unknown;
      return context.newString(JSON.stringify(call(...JSON.parse(text(words)))));
    });
    context.setProp(context.global, '__cutoverHost', host);
    host.dispose();
  }
}

const wordsOf = (error: unknown): string => {
  const { name = 'Error', message = String(error) } = (error ?? {}) as { name?: string; message?: string };
  return `${name}: ${message}`;
};
