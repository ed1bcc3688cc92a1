import { compileProblem, type PreparedFunction, prepareFunction } from '@cutover/edge-functions';
import type { FunctionVersion } from '../world/cloudfront/entities/entity';
import type { World } from '../world/world';

/** A version of a function, ready to run, or why it cannot. */
export type Runnable =
  | { readonly kind: 'runs'; readonly prepared: PreparedFunction }
  | { readonly kind: 'refused'; readonly message: string };

const runnables = new WeakMap<FunctionVersion, Runnable>();

/** One engine for a version, however many requests it answers. Its `Math.random()` is the world's chance. */
export function runnableOf({ chance }: World, version: FunctionVersion): Runnable {
  const known = runnables.get(version);
  if (known) return known;
  let draws = 0;
  const runnable = compiled(version, () => chance.unit('function', 'Math.random', draws++));
  runnables.set(version, runnable);
  return runnable;
}

function compiled({ code, config }: FunctionVersion, random: () => number): Runnable {
  const text = new TextDecoder().decode(code);
  // Node would run it. The rules are those of cloudfront-js-2.0; what the older runtime takes is not known that well.
  const problem = config.Runtime === 'cloudfront-js-2.0' ? compileProblem(text) : undefined;
  if (problem)
    return {
      kind: 'refused',
      message: `SyntaxError: ${problem.what} in ${problem.line}:${problem.column} (CloudFront has ${problem.instead})`,
    };
  return { kind: 'runs', prepared: prepareFunction(text, { random }) };
}

/** The id of the one store that a version may read. */
export const storeIdOf = ({ config }: FunctionVersion): string | undefined =>
  config.KeyValueStoreAssociations?.Items?.[0]?.KeyValueStoreARN?.split('/')[1];
