import { hostName } from '../evaluate/host';
import { activeTime } from '../generate/candidates';
import type { Request } from '../model/exchange';
import type { DeclaredTest, RuleSet } from '../model/rule-set';

/** A test that a person wrote, and what it asks. */
export interface DeclaredRequest {
  readonly test: DeclaredTest;
  readonly request: Request;
}

/** All tests of a set, those of a rule asked while it answers. */
export function declaredRequests(rules: RuleSet, now: number): DeclaredRequest[] {
  const asked = (tests: readonly DeclaredTest[], time: number) =>
    tests.map((test) => ({ test, request: requestOf(test, time) }));
  return [
    ...asked(rules.tests, now),
    ...rules.sites.flatMap((site) => [
      ...asked(site.tests, now),
      ...site.rules.flatMap((rule) => asked(rule.tests, activeTime(rule, now))),
    ]),
  ];
}

/** A fragment is for the browser and not sent. */
function requestOf({ url, headers }: DeclaredTest, now: number): Request {
  const [, authority = '', rest = ''] = /^https?:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [];
  const uri = rest.startsWith('/') ? rest : `/${rest}`;
  return { host: hostName(authority), uri, headers, now };
}
