import { findByHost } from '../evaluate/host';
import type { Answer, Request } from '../model/exchange';
import type { DeclaredTest, RuleSet } from '../model/rule-set';
import { continueRun, resultOf, startRun, type TestResult } from './hops';

/** All tests of the set, of its sites and of their rules. */
export const declaredTests = (rules: RuleSet): DeclaredTest[] => [
  ...rules.sites.flatMap((site) => [...site.tests, ...site.rules.flatMap((rule) => rule.tests)]),
  ...rules.tests,
];

/** Whether a host is one of the set's. */
export function hostsOf(rules: RuleSet): (host: string) => boolean {
  const byName = new Map(rules.sites.flatMap((site) => site.hosts.map((host) => [host, true] as const)));
  return (host) => findByHost(byName, host) === true;
}

/** A test, hop by hop, on an engine that answers at once. */
export function runTest(
  test: DeclaredTest,
  answer: (request: Request) => Answer,
  isOurs: (host: string) => boolean,
  now: number,
): TestResult {
  let run = startRun(test, now);
  while (run.next !== undefined) run = continueRun(run, answer(run.next), isOurs);
  return resultOf(run);
}

/**
 * Many tests on an engine that takes its time and answers many requests in one go: each turn asks what all of them ask
 * next.
 */
export async function runTests(
  tests: readonly DeclaredTest[],
  answers: (requests: readonly Request[]) => Promise<readonly Answer[]>,
  isOurs: (host: string) => boolean,
  now: number,
): Promise<TestResult[]> {
  let runs = tests.map((test) => startRun(test, now));
  for (;;) {
    const asking = runs.flatMap(({ next }, place) => (next === undefined ? [] : [{ next, place }]));
    if (asking.length === 0) return runs.map(resultOf);
    const given = await answers(asking.map(({ next }) => next));
    const byPlace = new Map(asking.map(({ place }, at) => [place, given[at]]));
    runs = runs.map((run, place) => {
      const answer = byPlace.get(place);
      return answer === undefined ? run : continueRun(run, answer, isOurs);
    });
  }
}
