import {
  type Answer,
  evaluate,
  type Match,
  prepare,
  type Request,
  type Rule,
  type RuleSet,
  type Site,
} from '@cutover/redirect-rules';
import { conditionsInWords, pathInWords } from './match-words';

/** One condition of a rule, and whether the request fulfils it. */
export interface Condition {
  readonly says: string;
  readonly holds: boolean;
}

/** A rule that was asked. */
export interface Step {
  readonly rule: Rule;
  readonly conditions: readonly Condition[];
  readonly answers: boolean;
}

/** Why a request is answered as it is. */
export interface Why {
  readonly answer: Answer;
  /** Absent where no site has the host. */
  readonly site?: Site;
  /** In order; the last one answers, unless it is the site's Unmatched that does. */
  readonly steps: readonly Step[];
  /** Rules before the answer that are left out, since another path is theirs. */
  readonly others: number;
}

/** More lines than that nobody reads; of more rules only those are told whose path the request has. */
const maxSteps = 30;
/** Looking at a rule takes some 50 microseconds. */
const maxLookedAt = 2000;

/** What answers why, for many requests. It asks the evaluator itself, a condition at a time: so it cannot disagree. */
export function explaining(rules: RuleSet): (request: Request) => Why {
  const answering = prepare(rules);
  const siteOf = siteFinder(rules);
  return (request) => {
    const answer = answering(request);
    const site = siteOf(request);
    if (site === undefined) return { answer, steps: [], others: 0 };
    const at = site.rules.findIndex(({ id }) => id === answer.rule);
    const asked = at < 0 ? site.rules : site.rules.slice(0, at + 1);
    const steps = asked.slice(-maxLookedAt).map((rule) => stepOf(rule, request));
    const near = steps.length <= maxSteps ? steps : steps.filter(isNear).slice(-maxSteps);
    return { answer, site, steps: near, others: asked.length - near.length };
  };
}

const isNear = ({ conditions, answers }: Step): boolean => answers || conditions[0]?.holds !== false;

function siteFinder({ sites, ...rest }: RuleSet): (request: Request) => Site | undefined {
  const named = sites.map((site, at) => ({ ...site, rules: [], unmatched: saying(String(at)) }));
  const finding = prepare({ ...rest, sites: named });
  return (request) => sites[Number(finding(request).body ?? Number.NaN)];
}

const saying = (text: string): Site['unmatched'] => ({
  status: 200,
  headers: {},
  body: { text, contentType: 'text/plain' },
});

function stepOf(rule: Rule, request: Request): Step {
  const { match, notBefore, expires } = rule;
  const bare: Rule = {
    ...rule,
    match: { ...without(match), path: { kind: 'any' } },
    notBefore: undefined,
    expires: undefined,
  };
  const asked = (says: string, alone: Partial<Rule>): Condition => ({
    says,
    holds: holds({ ...bare, ...alone, outcome: saying('') }, request),
  });
  const matching = (alone: Partial<Match>): Partial<Rule> => ({ match: { ...bare.match, ...alone } });
  return {
    rule,
    conditions: [
      ...(match.path.kind === 'any' ? [] : [asked(pathInWords(match.path), matching({ path: match.path }))]),
      ...conditionsInWords(match).map(({ says, alone }) => asked(says, matching(alone))),
      ...(notBefore === undefined ? [] : [asked(`not before ${inWords(notBefore)}`, { notBefore })]),
      ...(expires === undefined ? [] : [asked(`until ${inWords(expires)}`, { expires })]),
    ],
    answers: holds(rule, request),
  };
}

const without = ({ ignoreCase, ignoreTrailingSlash, encoding }: Match) => ({
  ignoreCase,
  ignoreTrailingSlash,
  encoding,
});

const inWords = (instant: number): string => new Date(instant).toISOString().replace('.000', '');

/** Whether a site of this rule alone would answer by it. */
function holds(rule: Rule, request: Request): boolean {
  const site: Site = {
    id: 'alone',
    hosts: ['alone.example'],
    rules: [rule],
    unmatched: saying(''),
    tests: [],
    at: rule.at,
  };
  const alone: RuleSet = { name: 'alone', sites: [site], policy: { minRuleCoverage: 0 }, tests: [] };
  return evaluate(alone, { ...request, host: 'alone.example' }).rule === rule.id;
}
