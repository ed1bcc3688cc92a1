import { prepare } from '../evaluate/evaluate';
import { requestsReaching } from '../generate/generate';
import type { Answer, Request } from '../model/exchange';
import type { DeclaredTest, Rule, RuleSet, Site } from '../model/rule-set';
import { declaredRequests } from './declared';

export interface Coverage {
  readonly rules: number;
  readonly reached: number;
  /** Of 100, rounded down: 99.9 is not all. A set without rules has all. */
  readonly percent: number;
  /** Ids of rules to the declared tests that they answer. */
  readonly tests: ReadonlyMap<string, readonly DeclaredTest[]>;
  readonly missed: readonly Missed[];
}

export interface Missed {
  readonly site: Site;
  readonly rule: Rule;
  /** One that would reach it; absent where none was found. It says what is answered, not what should be. */
  readonly request?: Request;
}

/** Which rules declared tests reach. Requests that we make ourselves prove nothing about what an author meant. */
export function coverage(rules: RuleSet, { now }: { readonly now: number }): Coverage {
  const answer = prepare(rules);
  return coverageBy(rules, now, answer, (site, rule) => requestsReaching(answer, site, rule, now, 1)[0]);
}

/** The same, for who has prepared the rules and knows requests that reach them. */
export function coverageBy(
  rules: RuleSet,
  now: number,
  answer: (request: Request) => Answer,
  example: (site: Site, rule: Rule) => Request | undefined,
): Coverage {
  const tests = new Map<string, DeclaredTest[]>();
  for (const { test, request } of declaredRequests(rules, now)) {
    const { rule } = answer(request);
    const others = tests.get(rule);
    if (others === undefined) tests.set(rule, [test]);
    else others.push(test);
  }
  const all = rules.sites.flatMap((site) => site.rules.map((rule) => ({ site, rule })));
  const missed = all
    .filter(({ rule }) => !tests.has(rule.id))
    .map(({ site, rule }): Missed => {
      const request = example(site, rule);
      return { site, rule, ...(request !== undefined && { request }) };
    });
  const reached = all.length - missed.length;
  const percent = all.length === 0 ? 100 : Math.floor((100 * reached) / all.length);
  return { rules: all.length, reached, percent, tests, missed };
}
