import type { Invocation, Result } from '@cutover/edge-functions';
import { runnableOf, storeIdOf } from '../../functions/engine';
import type { FunctionVersion } from '../../world/cloudfront/entities/entity';
import type { Edge } from '../../world/world';
import type { EdgeSite } from '../site';

const noItems: ReadonlyMap<string, string> = new Map();

/**
 * Runs a function with the code and the items that this edge has. A distribution is not deployed at an edge before the
 * functions that it names: code that has not arrived by itself comes with the distribution.
 * @returns undefined for a function that nobody brought into this world, and of which nothing can be told
 */
export function runAtEdge(
  { edge, world }: EdgeSite,
  arn: string,
  invocation: Invocation,
): Result | undefined {
  const version = edge.functions.get(arn) ?? firstOf(edge, arn) ?? world.functions.get(arn)?.live;
  if (!version) return undefined;
  const runnable = runnableOf(world, version);
  if (runnable.kind === 'refused') return failed(runnable.message);
  return runnable.prepared.call(invocation, itemsAt(edge.stores, version));
}

/** The oldest code on its way: taking the newest would make the edge go back to it later. */
function firstOf({ arriving }: Edge, arn: string): FunctionVersion | undefined {
  for (const { change } of arriving)
    if (change.kind === 'function' && change.arn === arn) return change.version;
  return undefined;
}

const itemsAt = (
  stores: ReadonlyMap<string, ReadonlyMap<string, string>>,
  version: FunctionVersion,
): ReadonlyMap<string, string> => stores.get(storeIdOf(version) ?? '') ?? noItems;

const failed = (message: string): Result => ({
  error: { kind: 'load', message },
  kvsReads: 0,
  keys: [],
  logs: [],
});
