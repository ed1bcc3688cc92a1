import type { Instant } from '@cutover/ground';
import {
  type Answer,
  type Compiled,
  declaredRequests,
  declaredTests,
  generate,
  hostsOf,
  prepare,
  type Request,
  type RuleSet,
  runTests,
} from '@cutover/redirect-rules';
import type { TestAtEdge } from '../declaration';
import type { SiteTools } from '../tools';

export interface TestReport {
  readonly passed: number;
  /** In sentences: the request, what was expected, what came. */
  readonly failures: readonly string[];
}

/**
 * Every declared test, and a request that we made for every rule, on the very bytes that would be published. The first
 * say what the author means, the others that the function means what the rules do.
 */
export async function testHere(
  rules: RuleSet,
  { functionCode, items }: Compiled,
  tools: SiteTools,
  placeOf: (place: { line: number; column: number }) => string,
  now: Instant,
): Promise<TestReport> {
  const answers = (requests: readonly Request[]) => tools.runFunction(functionCode, items, requests);
  const declared = await runTests(declaredTests(rules), answers, hostsOf(rules), now);
  const wrong = declared
    .filter(({ verdict }) => verdict !== 'MATCHED')
    .map(({ test, says }) => `${placeOf(test.at)}: GET ${test.url} ${says}.`);
  const made = generate(rules, { now, perRule: 1 });
  const meant = prepare(rules);
  const given = await answers(made.map(({ request }) => request));
  const differing = made.flatMap(({ rule, request }, at) => {
    const failure = differenceBetween(request, meant(request), given[at]);
    return failure === undefined ? [] : [`Rule ${rule}: ${failure}`];
  });
  return {
    passed: declared.length + made.length - wrong.length - differing.length,
    failures: [...wrong, ...differing],
  };
}

/** A request for TestFunction, and what must come. */
export interface EdgeTest {
  readonly request: Request;
  readonly expected: Answer;
}

/** TestFunction takes a call each: beyond so many rules a spread of them is asked. */
export const EDGE_TESTS_MAX = 200;

/** What CloudFront itself is asked before the publish. */
export function edgeTests(rules: RuleSet, policy: TestAtEdge, now: Instant): EdgeTest[] {
  if (policy === 'None') return [];
  const meant = prepare(rules);
  const made = generate(rules, { now, perRule: 1 }).map(({ request }) => request);
  const declared = policy === 'All' ? declaredRequests(rules, now).map(({ request }) => request) : [];
  return [...declared, ...spread(made, EDGE_TESTS_MAX)].map((request) => ({
    request,
    expected: meant(request),
  }));
}

function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!);
}

/** Undefined where they are alike in all that a viewer sees. */
export function differenceBetween(
  request: Request,
  expected: Answer,
  actual: Answer | undefined,
): string | undefined {
  if (actual === undefined) return `${lineOf(request)} was not answered.`;
  if (textOf(expected) === textOf(actual)) return undefined;
  return `${lineOf(request)} must answer ${textOf(expected)}, and answers ${textOf(actual)}.`;
}

const lineOf = ({ host, uri }: Request): string => `GET https://${host}${uri}`;

const textOf = ({ status, location, headers, body }: Answer): string => {
  const sorted = Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = [
    String(status),
    ...(location === undefined ? [] : [location]),
    ...sorted.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [JSON.stringify(body)]),
  ];
  return parts.join(' ');
};
