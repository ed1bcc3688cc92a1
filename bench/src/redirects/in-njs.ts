import { engines, type Invocation, outcomeOf, runFunction, viewerRequest } from '@cutover/edge-functions';
import { compile, type RuleSet } from '@cutover/redirect-rules';
import type { Pair, Side } from '../compare';
import { functionWorld, type RequestClass, requestClasses } from './function-world';
import { scannedItems, straightforwardCode, straightforwardItems } from './straightforward';

export interface Deployed {
  readonly code: string;
  readonly store: ReadonlyMap<string, string>;
}

export interface Layouts {
  readonly ours: Deployed;
  readonly straightforward: Deployed;
  readonly scanned: Deployed;
}

export function layoutsOf(rules: RuleSet): Layouts {
  const { functionCode, items } = compile(rules);
  return {
    ours: { code: functionCode, store: items },
    straightforward: { code: straightforwardCode, store: straightforwardItems(rules) },
    scanned: { code: straightforwardCode, store: scannedItems(rules) },
  };
}

/** The function in njs 0.7.9, by class of rule. Without njs there is no row. */
export function functionPairs(quick: boolean): Pair[] {
  if (!engines.njs.isAvailable()) return [];
  // The clock of njs counts milliseconds.
  const rounds = 500;
  const few = functionWorld(quick ? 50 : 1_000);
  const many = functionWorld(quick ? 100 : 100_000);
  const ofFew = layoutsOf(few.rules);
  const ofMany = layoutsOf(many.rules);
  const pair = (
    each: RequestClass,
    ours: Deployed,
    peer: Deployed,
    against: string,
    times = rounds,
  ): Pair => ({
    name: `function in njs, ${each.name}`,
    unit: 'us',
    against,
    ours: microseconds(ours, each, times),
    peer: microseconds(peer, each, times),
  });
  const oneKeyEach = 'one key a redirect, JSON values';
  return [
    ...requestClasses.map((each) => pair(each, ofFew.ours, ofFew.straightforward, oneKeyEach)),
    pair(many.bulk, ofMany.ours, ofMany.straightforward, oneKeyEach),
    // Each takes milliseconds, and njs must end within five seconds.
    pair(
      few.bulk,
      ofFew.ours,
      ofFew.scanned,
      'a linear scan of the host, as JSON',
      quick ? rounds : rounds / 10,
    ),
  ];
}

const microseconds = (deployed: Deployed, { host, uri }: RequestClass, rounds: number): Side => ({
  async sample() {
    const events = [viewerRequest({ host, uri, now: 0 })];
    const [result] = await runFunction('njs', { ...(await withoutMisses(deployed, events)), events, rounds });
    if (result?.microseconds === undefined) throw new Error(JSON.stringify(result));
    return result.microseconds;
  },
});

/**
 * What is not there is there, and empty. A rejected promise costs njs 0.7.9 more than all else, and more with each one
 * before it: that is its command line's list of them, and would decide every row.
 */
export async function withoutMisses(
  { code, store }: Deployed,
  events: readonly Invocation[],
): Promise<Deployed> {
  const [result] = await runFunction('vm', { code, store, events });
  const missing = (result?.keys ?? []).filter((key) => !store.has(key));
  return { code, store: new Map([...store, ...missing.map((key) => [key, 'null'] as const)]) };
}

/** Status and location, for a test that the peers answer the same. */
export async function answerIn(engine: 'vm' | 'njs', { code, store }: Deployed, { host, uri }: RequestClass) {
  const [result] = await runFunction(engine, { code, store, events: [viewerRequest({ host, uri, now: 0 })] });
  const outcome = outcomeOf(result?.output);
  if (outcome.kind !== 'response') throw new Error(JSON.stringify(result));
  const { status, headers } = outcome.response;
  return headers.location === undefined ? `${status}` : `${status} ${headers.location}`;
}
