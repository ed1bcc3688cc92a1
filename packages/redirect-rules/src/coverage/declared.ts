import { activeTime } from '../generate/candidates';
import type { Request } from '../model/exchange';
import type { DeclaredTest, RuleSet } from '../model/rule-set';
import { firstRequest } from '../run/request-of';

/** A test that a person wrote, and what it asks. */
export interface DeclaredRequest {
  readonly test: DeclaredTest;
  readonly request: Request;
}

/** All tests of a set, those of a rule asked while it answers. */
export function declaredRequests(rules: RuleSet, now: number): DeclaredRequest[] {
  const asked = (tests: readonly DeclaredTest[], time: number) =>
    tests.flatMap((test): DeclaredRequest[] => {
      const request = firstRequest(test, time);
      return request === undefined ? [] : [{ test, request }];
    });
  return [
    ...asked(rules.tests, now),
    ...rules.sites.flatMap((site) => [
      ...asked(site.tests, now),
      ...site.rules.flatMap((rule) => asked(rule.tests, activeTime(rule, now))),
    ]),
  ];
}
