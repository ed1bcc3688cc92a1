import { type CallRecord, callFaults, handlerFaults } from '@cutover/local-aws';

/** One way in which one call can go wrong; undefined faults: the run without any. */
export interface Schedule {
  readonly fault?: string;
}

/**
 * Every single fault point of a run: each of its calls with each kind of fault that can strike it, and the handler's
 * death before, during and after it. Taken from the calls of the run without faults.
 */
export function schedulesOf(calls: readonly CallRecord[]): Schedule[] {
  const seen = new Map<string, number>();
  return calls.flatMap(({ service, operation }, index) => {
    const name = `${service}.${operation}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const faults = [...callFaults.values()]
      .filter((kind) => kind.canStrike?.(service, operation) ?? true)
      .map((kind) => ({ fault: `${name}.${kind.kind}@${nth}` }));
    const kills = [...handlerFaults.values()].map((kind) => ({ fault: `handler.${kind.kind}@${index + 1}` }));
    return [...faults, ...kills];
  });
}
