import vm from 'node:vm';
import {
  type Failure,
  failure,
  type Invocation,
  type Result,
  resultOf,
  unsettled,
} from '../harness/invocation';
import { scriptOf } from './script';
import { withinSteps } from './steps';
import { contextOf, type Host, ignoreOwn, isTimeout, outOfTime, timeoutMilliseconds } from './vm-context';

/** A function that is loaded once and called for one request after the other, as a local edge does. */
export interface PreparedFunction {
  /** @param store as it is at this moment; it is read during the call only */
  call(invocation: Invocation, store: ReadonlyMap<string, string>): Result;
}

export interface PreparedOptions {
  /** What `Math.random()` answers, where a run has to come out the same twice. */
  readonly random?: () => number;
}

/**
 * Runs in Node's own engine, a third of a millisecond for a call, nearly all of it the guard against code that does not
 * end, and counts steps; memory is not bounded here. What a function keeps in its globals stays from call to call, as it
 * may at a real edge.
 */
export function prepareFunction(code: string, options: PreparedOptions = {}): PreparedFunction {
  guardProcess();
  let loaded: Loaded | undefined;
  return {
    call(invocation, store) {
      loaded ??= load(code, options);
      if ('error' in loaded) return loaded;
      const result = loaded.call(invocation, store);
      // What a timeout stops leaves promises behind: the next call gets a new context.
      if (result.error?.kind === 'time') loaded = undefined;
      return result;
    },
  };
}

type Loaded = PreparedFunction | Failure;

// A variable of scripts: a property of the context's global object takes microseconds for each step.
const declareSteps = new vm.Script('let __cutoverSteps = 0;');
const takeSteps = new vm.Script('__cutoverSteps');
const drive = new vm.Script(
  `__cutoverSteps = 0; __cutover.drive(typeof handler === 'undefined' ? undefined : handler, 0, 1)`,
);

function load(code: string, { random }: PreparedOptions): Loaded {
  let now: { readonly invocation: string; readonly store: ReadonlyMap<string, string> };
  let result: Result | undefined;
  const host: Host = {
    rounds: 1,
    get keyCount() {
      return now.store.size;
    },
    invocation: () => now.invocation,
    lookup: (key) => now.store.get(key),
    emit: (_index, json) => {
      result = resultOf(json);
    },
  };
  const context = contextOf(host);
  declareSteps.runInContext(context);
  if (random) vm.runInContext('(random) => { Math.random = () => random(); }', context)(random);
  try {
    const script = scriptOf(code, { countSteps: true });
    vm.runInContext(script, context, { filename: 'function.js', timeout: timeoutMilliseconds });
  } catch (error) {
    // Whatever the code throws while it loads is the function's own.
    return failure('load', String(error));
  }
  return {
    call(invocation, store) {
      now = { invocation: JSON.stringify(invocation), store };
      result = undefined;
      try {
        drive.runInContext(context, { timeout: timeoutMilliseconds });
      } catch (error) {
        if (!isTimeout(error)) throw error;
        return outOfTime;
      }
      return withinSteps({ ...(result ?? unsettled), steps: takeSteps.runInContext(context) as number });
    },
  };
}

let isGuarded = false;

function guardProcess(): void {
  if (isGuarded) return;
  isGuarded = true;
  process.on('unhandledRejection', ignoreOwn);
}
