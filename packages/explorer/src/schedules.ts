import { type CallRecord, callFaults, handlerFaults } from '@cutover/local-aws';

/** One way in which one call can go wrong; without a fault, the run in which nothing does. */
export interface Schedule {
  readonly fault?: string;
}

/** A schedule whose first stricken call is known, and how many calls before it the fault has counted. */
export interface FaultPoint extends Schedule {
  readonly fault: string;
  /** Index among all calls of the run. */
  readonly call: number;
  hits(call: CallRecord): boolean;
}

/**
 * Every single fault point of a run: each of its calls with each kind of fault that can strike it, and the handler's
 * death before, during and after it. Taken from the calls of the run without faults. What a fault does for good is
 * left out: there, a healthy move may have to end as it began.
 */
export function schedulesOf(calls: readonly CallRecord[]): FaultPoint[] {
  const seen = new Map<string, number>();
  return calls.flatMap(({ service, operation }, index) => {
    const name = `${service}.${operation}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const isSame = (other: CallRecord) => other.service === service && other.operation === operation;
    const faults = [...callFaults.values()]
      .filter((kind) => !kind.lasts && (kind.canStrike?.(service, operation) ?? true))
      .map((kind) => ({ fault: `${name}.${kind.kind}@${nth}`, call: index, hits: isSame }));
    const kills = [...handlerFaults.values()].map((kind) => ({
      fault: `handler.${kind.kind}@${index + 1}`,
      call: index,
      hits: () => true,
    }));
    return [...faults, ...kills];
  });
}
