import type { Instant } from '@cutover/ground';
import {
  AddressProblem,
  type Compiled,
  check,
  compile,
  type Finding,
  RuleProblem,
  SiteProblem,
} from '@cutover/redirect-rules';
import { contentDigestOf } from '../items/content';
import type { Generation, SiteJournal } from '../journal';
import type { SiteTools } from '../tools';
import { testHere } from './tests';
import type { Loaded, Workbench } from './workbench';

/** What the rules are worth, before anything is touched. */
export type Examined =
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'sound';
      readonly generation: Generation;
      /** In the order of the sites; names and wildcards. */
      readonly hosts: readonly string[];
    };

const SHOWN_MAX = 3;

/** Reads, checks and compiles the declared rules, and runs every test on the bytes that would be published. */
export async function examine(
  bench: Workbench,
  tools: SiteTools,
  { declared, lastGeneration }: SiteJournal,
  now: Instant,
): Promise<Examined> {
  const loaded = await bench.load(declared);
  if (loaded.kind === 'refused') return loaded;
  const errors = check(loaded.rules, { now, severity: 'error' });
  if (errors.length > 0) return refused(errors.map((finding) => findingText(finding, loaded)));
  const number = lastGeneration + 1;
  const compiled = await compiledOrWhy(() => bench.compiled(declared, loaded.digest, number));
  if (typeof compiled === 'string') return refused([compiled]);
  if (compiled === undefined) return refused(['RulesSource: the object has changed meanwhile. Try again.']);
  const report = await testHere(loaded.served(number), compiled, tools, loaded.placeOf, now);
  if (report.failures.length > 0) return refused(report.failures);
  return {
    kind: 'sound',
    generation: {
      number,
      declared,
      rulesDigest: loaded.digest,
      contentDigest: contentDigestOf(
        declared.Deployment ? compile(loaded.rules) : compiled,
        declared.Deployment,
      ),
      ruleCount: loaded.rules.sites.reduce((sum, site) => sum + site.rules.length, 0),
      testsPassed: report.passed,
    },
    hosts: loaded.rules.sites.flatMap((site) => site.hosts),
  };
}

/** What the layout cannot hold, in words. */
async function compiledOrWhy(
  work: () => Promise<Compiled | undefined>,
): Promise<Compiled | string | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SiteProblem || error instanceof RuleProblem || error instanceof AddressProblem)
      return error.message;
    throw error;
  }
}

const findingText = (
  { name, rule, at, says, silence }: Finding,
  { placeOf }: Extract<Loaded, { kind: 'rules' }>,
): string => `${placeOf(at)}${rule === '' ? '' : ` (rule ${rule})`}: ${name}: ${says} ${silence}`;

function refused(reasons: readonly string[]): Examined {
  const more = reasons.length > SHOWN_MAX ? [`And ${reasons.length - SHOWN_MAX} more.`] : [];
  return { kind: 'refused', message: [...reasons.slice(0, SHOWN_MAX), ...more].join('\n') };
}
