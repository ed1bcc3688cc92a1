import {
  type Answer,
  type DeclaredTest,
  declaredRequests,
  generate,
  type Place,
  prepare,
  type Request,
  type RuleSet,
} from '@cutover/redirect-rules';
import { requestInWords } from '../findings';
import { orRuleProblem } from '../rule-problem';

/** A test, who made it, and what answers its first request. */
export interface RuleTest {
  readonly test: DeclaredTest;
  readonly origin: 'declared' | 'generated';
  /** Id of a rule, `unmatched`, or `no site`. */
  readonly rule: string;
  /** What the clock shows: a rule that begins or expires is asked while it answers. */
  readonly now: number;
}

/**
 * Declared tests, and requests that reach each rule with what `evaluate` answers to them: these prove that something
 * else answers alike, and nothing about what the author meant.
 */
export const testsOf = (rules: RuleSet, now: number, perRule = perRuleOf(rules)): RuleTest[] =>
  orRuleProblem(() => {
    const answer = prepare(rules);
    const places = placesOf(rules);
    const declared = declaredRequests(rules, now).map(
      ({ test, request }): RuleTest => ({
        test,
        origin: 'declared',
        rule: answer(request).rule,
        now: request.now,
      }),
    );
    const generated = generate(rules, { now, perRule }).map(
      ({ request, rule, site }): RuleTest => ({
        test: expecting(request, answer(request), places.get(rule) ?? places.get(site)!),
        origin: 'generated',
        rule,
        now: request.now,
      }),
    );
    return [...declared, ...generated];
  });

/** Of many rules one each: 100,000 of them take half a minute and a gigabyte with four. */
const perRuleOf = ({ sites }: RuleSet): number =>
  sites.reduce((sum, { rules }) => sum + rules.length, 0) > 5_000 ? 1 : 4;

const placesOf = ({ sites }: RuleSet): ReadonlyMap<string, Place> =>
  new Map([
    ...sites.map(({ id, at }) => [id, at] as const),
    ...sites.flatMap(({ rules }) => rules.map(({ id, at }) => [id, at] as const)),
  ]);

const expecting = (request: Request, answer: Answer, at: Place): DeclaredTest => ({
  url: `https://${request.host}${request.uri}`,
  headers: request.headers ?? {},
  expect: {
    status: answer.status,
    ...(answer.location === undefined ? {} : { location: answer.location }),
    headers: answer.headers,
  },
  at,
});

export const testInWords = ({ url, headers }: DeclaredTest): string => {
  const [, host = '', uri = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return requestInWords({ host, uri, headers, now: 0 });
};
