import { createHash, createHmac } from 'node:crypto';
import querystring from 'node:querystring';
import vm from 'node:vm';
import { harness } from '../harness/harness';
import { failure } from '../harness/invocation';
import { limits } from '../limits';

/** Guards against a function that does not end; far above what any function may take. */
export const timeoutMilliseconds = 2_000;

export const outOfTime = failure('time', `ran longer than ${timeoutMilliseconds} ms`);

export const isTimeout = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** What the harness asks of the engine; see there. */
export interface Host {
  readonly rounds: number;
  readonly keyCount: number;
  invocation(index: number): string;
  lookup(key: string): string | undefined;
  emit(index: number, json: string): void;
}

/** The prototypes of the promises of all contexts. */
const ownPromises = new WeakSet<object>();

/** A promise that a function leaves rejected must not end this process; whoever else's still does. */
export function ignoreOwn(reason: unknown, promise: Promise<unknown>): void {
  if (!ownPromises.has(Object.getPrototypeOf(promise))) throw reason;
}

/** Promises are settled within an evaluation, so that its timeout holds for what comes after an await too. */
export function contextOf(host: Host): vm.Context {
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
  const create = vm.runInContext(harness, context);
  const given = Object.assign(host, { require: (name: string) => modules[name] });
  const made = create(vm.runInContext('globalThis', context), given, limits.logBytes);
  context.__cutover = made;
  context.__cutoverImport = (name: string) =>
    name === 'cloudfront' ? made.cloudfront : context.require(name);
  return context;
}
