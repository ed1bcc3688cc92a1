import vm from 'node:vm';
import {
  type Failure,
  failure,
  type Invocation,
  type Result,
  resultOf,
  unsettled,
} from '../harness/invocation';
import { limits } from '../limits';
import { rememberingLast } from '../remembering';
import { programOf, scriptOf, speaksOfRegexes } from './script';
import { withinSteps } from './steps';
import { contextOf, type Host, ignoreOwn, isTimeout, outOfTime, timeoutMilliseconds } from './vm-context';

/** A function that is loaded once and called for one request after the other, as a local edge does. */
export interface PreparedFunction {
  /** @param store as it is at this moment; it is read during the call only */
  call(invocation: Invocation, store: ReadonlyMap<string, string>): Result;
  /** The same for many, in order; the guard is theirs together, so it costs next to nothing for each. */
  callAll(invocations: readonly Invocation[], store: ReadonlyMap<string, string>): Result[];
}

export interface PreparedOptions {
  /** What `Math.random()` answers, where a run has to come out the same twice. */
  readonly random?: () => number;
}

/** Calls under one guard, which has time for thousands of them. */
const CHUNK = 64;

/**
 * Runs in Node's own engine and counts steps, which ends what would not end; memory is not bounded here. Where the code
 * has regexes, whose backtracking counts nothing, a guard of time stands around each call: it takes a third of a
 * millisecond, which is nearly all of the call. What a function keeps in its globals stays from call to call, as it may
 * at a real edge.
 */
export function prepareFunction(code: string, options: PreparedOptions = {}): PreparedFunction {
  guardProcess();
  let loaded: Loaded | Failure | undefined;
  const run = (invocations: readonly Invocation[], store: ReadonlyMap<string, string>): readonly Result[] => {
    loaded ??= load(code, options);
    if ('error' in loaded) return invocations.map(() => loaded as Failure);
    const results = loaded.run(invocations, store);
    // What a timeout stops leaves promises behind: the next call gets a new context.
    if (results.at(-1)?.error?.kind === 'time') loaded = undefined;
    return results;
  };
  return {
    call: (invocation, store) => run([invocation], store)[0] ?? unsettled,
    callAll(invocations, store) {
      const results: Result[] = [];
      while (results.length < invocations.length) {
        const chunk = invocations.slice(results.length, results.length + CHUNK);
        const found = run(chunk, store);
        const isWhole = found.length === chunk.length && found.at(-1)?.error?.kind !== 'time';
        // The one that was stopped has not had the guard's time for itself.
        if (isWhole) results.push(...found);
        else for (const each of chunk) results.push(...run([each], store));
      }
      return results;
    },
  };
}

/** A context with the function in it. */
interface Loaded {
  /** One result for each, or fewer, of which the last is of the one that was stopped or never settled. */
  run(invocations: readonly Invocation[], store: ReadonlyMap<string, string>): Result[];
}

// A variable of scripts: a property of the context's global object takes microseconds for each step. What the code does
// while it loads is bounded by time alone.
const declareSteps = new vm.Script(`
  let __cutoverSteps = -Infinity;
  function __cutoverStop() { throw new Error('too many steps'); }
  ({ reset() { __cutoverSteps = 0; }, taken() { return __cutoverSteps; } })`);

/** The code for any context. @throws SyntaxError */
const readied = rememberingLast((code) => {
  const program = programOf(code);
  const text = scriptOf(code, { countSteps: true, stopAfter: limits.steps }, program);
  return {
    script: new vm.Script(text, { filename: 'function.js' }),
    guard: speaksOfRegexes(program) ? { timeout: timeoutMilliseconds } : {},
  };
});

function load(code: string, { random }: PreparedOptions): Loaded | Failure {
  let now: { readonly invocations: readonly Invocation[]; readonly store: ReadonlyMap<string, string> };
  let results: Result[] = [];
  const host: Host = {
    rounds: 1,
    get keyCount() {
      return now.store.size;
    },
    invocation: (index) => {
      steps.reset();
      return JSON.stringify(now.invocations[index]);
    },
    lookup: (key) => now.store.get(key),
    emit: (_index, json) => results.push(withinSteps({ ...resultOf(json), steps: steps.taken() })),
  };
  const context = contextOf(host);
  const steps = declareSteps.runInContext(context) as { reset(): void; taken(): number };
  if (random) vm.runInContext('(random) => { Math.random = () => random(); }', context)(random);
  let guard: { readonly timeout?: number } = {};
  try {
    const ready = readied(code);
    guard = ready.guard;
    ready.script.runInContext(context, { timeout: timeoutMilliseconds });
  } catch (error) {
    // Whatever the code throws while it loads is the function's own.
    return failure('load', String(error));
  }
  return {
    run(invocations, store) {
      now = { invocations, store };
      results = [];
      try {
        driver(invocations.length).runInContext(context, guard);
      } catch (error) {
        if (!isTimeout(error)) throw error;
        return [...results, outOfTime];
      }
      if (results.length < invocations.length)
        results.push(withinSteps({ ...unsettled, steps: steps.taken() }));
      return results;
    },
  };
}

const driveTo = (count: number): vm.Script =>
  new vm.Script(`__cutover.drive(typeof handler === 'undefined' ? undefined : handler, 0, ${count})`);
const driveOne = driveTo(1);
const driveChunk = driveTo(CHUNK);

function driver(count: number): vm.Script {
  if (count === 1) return driveOne;
  return count === CHUNK ? driveChunk : driveTo(count);
}

let isGuarded = false;

function guardProcess(): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on('unhandledRejection', ignoreOwn);
}
