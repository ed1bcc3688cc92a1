import type { RuleSet } from '@cutover/redirect-rules';
import { absence, answeringBy, engineNames } from '../engines';
import { answeringLive } from './live';
import { runOn, type Tested } from './run';
import type { LiveSite } from './site';
import type { RuleTest } from './tests';

export interface RunOfTests {
  readonly results: readonly Tested[];
  /** Engines that this machine lacks, in words. */
  readonly absent: readonly string[];
  /** Other tests that were not run, in words. */
  readonly left: readonly string[];
}

export interface EngineChoice {
  /** Absent: all. */
  readonly asked?: readonly string[];
  readonly isOnCi: boolean;
}

/**
 * An engine that this machine lacks is left out, and that is said; on CI, or where it is asked for, it has to be there.
 *
 * @throws UserError
 */
export async function onEngines(
  rules: RuleSet,
  tests: readonly RuleTest[],
  { asked, isOnCi }: EngineChoice,
): Promise<RunOfTests> {
  const reasons =
    asked === undefined && !isOnCi ? new Map(engineNames.map((name) => [name, absence(name)])) : undefined;
  const names = [...new Set(asked ?? engineNames)].filter((name) => reasons?.get(name) === undefined);
  // The last ones run in processes of their own: they begin first, and work while this process is busy with the others.
  const runs = names.toReversed().map((name) => runOn(name, answeringBy(name, rules), tests, rules));
  const results = (await Promise.all(runs)).toReversed().flat();
  return { results, absent: [...(reasons?.values() ?? [])].filter((words) => words !== undefined), left: [] };
}

/** A site's clock is its own, and so is what it takes for the viewer's country. */
export async function onSite(
  rules: RuleSet,
  tests: readonly RuleTest[],
  site: LiveSite & { readonly name: string },
  now: number,
): Promise<RunOfTests> {
  const isAskable = ({ test, now: at }: RuleTest): boolean =>
    at === now && (!site.isTls || test.headers['cloudfront-viewer-country'] === undefined);
  const asked = tests.filter(isAskable);
  const left = tests.length - asked.length;
  return {
    results: await runOn(site.name, answeringLive(site), asked, rules),
    absent: [],
    left: left === 0 ? [] : [`${left} tests of another time, or of viewers in another country`],
  };
}
