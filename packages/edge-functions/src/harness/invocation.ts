import type { FunctionEvent } from '../event';

/** One request as a function sees it. */
export interface Invocation {
  readonly event: FunctionEvent;
  /** What `request.rawQueryString()` answers; undefined where the request has no question mark. */
  readonly rawQueryString?: string;
  /** Whether the request has no such method at all. */
  readonly withoutRawQueryString?: boolean;
  /** What the clock shows during the whole run, in milliseconds since the epoch. */
  readonly now: number;
}

/** What the harness emits, as JSON. */
interface Emitted {
  readonly output?: unknown;
  readonly thrown?: string;
  readonly keys: readonly string[];
  readonly logs: readonly string[];
  readonly steps?: number;
  readonly microseconds?: number;
}

export interface FunctionError {
  /**
   * load: the code did not even start. thrown: the handler threw or rejected. steps, memory, time: a bound. unsettled:
   * its promise was never resolved. crash: the engine itself ended.
   */
  readonly kind: 'load' | 'thrown' | 'steps' | 'memory' | 'time' | 'unsettled' | 'crash';
  readonly message: string;
}

/** What came of one invocation. */
export interface Result {
  /** What the handler returned, as JSON knows it; null for nothing. */
  readonly output?: unknown;
  readonly error?: FunctionError;
  /** Calls of get() and exists(): what CloudFront bills. */
  readonly kvsReads: number;
  readonly keys: readonly string[];
  readonly logs: readonly string[];
  /** Calls and loop turns, where the engine counts them. */
  readonly steps?: number;
  /** Mean over the rounds, where more than one was asked for. */
  readonly microseconds?: number;
}

export function resultOf(json: string): Result {
  const { thrown, output, keys, logs, steps, microseconds } = JSON.parse(json) as Emitted;
  const outcome = thrown === undefined ? { output } : { error: { kind: kindOf(thrown), message: thrown } };
  const optional = {
    ...(steps === undefined ? {} : { steps }),
    ...(microseconds === undefined ? {} : { microseconds }),
  };
  return { ...outcome, kvsReads: keys.length, keys, logs, ...optional };
}

/** A result that is an error for sure. */
export type Failure = Result & { readonly error: FunctionError };

/** A run that ended before it could tell what it read. */
export const failure = (kind: FunctionError['kind'], message: string): Failure => ({
  error: { kind, message },
  kvsReads: 0,
  keys: [],
  logs: [],
});

export const unsettled = failure('unsettled', 'the promise that the handler returned was never settled');

const kindOf = (words: string): FunctionError['kind'] =>
  /^MemoryError|^InternalError: out of memory|^RangeError: Invalid (string|array) length/.test(words)
    ? 'memory'
    : 'thrown';
