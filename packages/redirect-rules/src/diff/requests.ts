import { declaredRequests } from '../coverage/declared';
import { prepare } from '../evaluate/evaluate';
import { exampleHost } from '../generate/candidates';
import { requestsReaching, unmatchedRequests } from '../generate/generate';
import type { Request } from '../model/exchange';
import type { RuleSet } from '../model/rule-set';
import { type ChangedSite, changedSites } from './changed-rules';
import { sharedPaths } from './overlap';

/** For a rule that changed, or one whose neighbours did. */
const perChangedRule = 8;
/** For the others of a changed site, of an exact path one: a rule before them may take what was theirs. */
const perOtherRule = 2;

/** Requests of both sets that may be answered in two ways: what tests ask, and what we make for rules and hosts. */
export function requestsBetween(old: RuleSet, other: RuleSet, now: number): Request[] {
  const asked = new Map<string, Request>();
  for (const request of allOf(old, other, now)) {
    const { host, uri, headers = {}, now: time } = request;
    const key = JSON.stringify([host, uri, Object.entries(headers).sort(), time]);
    if (!asked.has(key)) asked.set(key, request);
  }
  return [...asked.values()];
}

function* allOf(old: RuleSet, other: RuleSet, now: number): Generator<Request> {
  for (const [rules, counterpart] of [[old, other] as const, [other, old] as const]) {
    for (const { request } of declaredRequests(rules, now)) yield request;
    const answer = prepare(rules);
    // Rules that both have alike are asked once.
    const asksOthers = rules === old;
    for (const changed of changedSites(rules, counterpart))
      yield* requestsOf(changed, asksOthers, answer, now);
  }
}

function* requestsOf(
  { site, rules, isTouched }: ChangedSite,
  asksOthers: boolean,
  answer: ReturnType<typeof prepare>,
  now: number,
): Generator<Request> {
  for (const host of site.hosts) yield { host: exampleHost(host), uri: '/', now };
  for (const rule of site.rules) {
    const isChanged = rules.has(rule) || isTouched;
    if (!isChanged && !asksOthers) continue;
    const limit = isChanged ? perChangedRule : rule.match.path.kind === 'exact' ? 1 : perOtherRule;
    yield* requestsReaching(answer, site, rule, now, limit);
  }
  const changed = isTouched ? site.rules : [...rules];
  for (const uri of sharedPaths(changed, site.rules)) yield { host: exampleHost(site.hosts[0]!), uri, now };
  yield* unmatchedRequests(answer, site, now);
}
