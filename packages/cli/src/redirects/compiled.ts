import { limits, lint } from '@cutover/edge-functions';
import {
  AddressProblem,
  type Compiled,
  compile,
  compileStores,
  RuleProblem,
  type RuleSet,
  SiteProblem,
} from '@cutover/redirect-rules';
import { UserError } from '../user-error';

/**
 * What goes to CloudFront.
 *
 * @throws UserError where the rules cannot be compiled
 */
export const compiled = (rules: RuleSet): Compiled => orUserError(() => compile(rules));

/**
 * The same for as many stores as it takes; two generations fit into each.
 *
 * @param before hosts of each store, which stay there
 *
 * @throws UserError where the rules cannot be compiled
 */
export const compiledStores = (
  rules: RuleSet,
  generation: number,
  before: readonly (readonly string[])[],
): Compiled[] => orUserError(() => compileStores(rules, { generation, before }));

function orUserError<T>(compiling: () => T): T {
  try {
    return compiling();
  } catch (error) {
    if (!(error instanceof RuleProblem || error instanceof SiteProblem || error instanceof AddressProblem))
      throw error;
    throw new UserError(error.message.replaceAll(/\s*\n\s*/g, ' '));
  }
}

/** What CloudFront would refuse, in words. */
export function exceededBy({ functionCode, stats }: Compiled): string[] {
  const over = (what: string, bytes: number, limit: number): string[] =>
    bytes > limit ? [`${what}: ${bytes} bytes, at most ${limit}`] : [];
  return [
    ...over('the function', stats.codeBytes, limits.codeBytes),
    ...over('the store', stats.bytes, limits.storeBytes),
    ...over('the largest value', stats.largestValueBytes, limits.valueBytes),
    ...lint(functionCode).map(({ line, what, instead }) => `function.js:${line}: ${what} ${instead}`),
  ];
}
