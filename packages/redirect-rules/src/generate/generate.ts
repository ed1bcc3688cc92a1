import { prepare } from '../evaluate/evaluate';
import type { Answer, Request } from '../model/exchange';
import type { Rule, RuleSet, Site } from '../model/rule-set';
import { candidateOf, exampleHost } from './candidates';

/** A request that we made ourselves, and the rule that answers it. */
export interface Generated {
  /** Id of the rule, or `unmatched`. */
  readonly rule: string;
  readonly site: string;
  readonly request: Request;
}

export interface GenerateOptions {
  readonly now: number;
  /** For each rule so many requests at most. Default 4. */
  readonly perRule?: number;
}

/** Tries for a rule that others stand before. */
const maxVariants = 24;
/** An exact path has few requests; nothing more comes of it. */
const maxRepeated = 4;
const unmatchedPaths = ['/no-such-page', '/no/such/page', '/no-such-page?x=1', '/'];

/**
 * Requests that reach each rule, and for each site some that no rule answers: proof that engines agree, and examples
 * for people, but no proof that a rule does what its author meant. Equal rules give equal requests.
 */
export function generate(rules: RuleSet, { now, perRule = 4 }: GenerateOptions): Generated[] {
  const answer = prepare(rules);
  return rules.sites.flatMap((site) => [
    ...site.rules.flatMap((rule) =>
      requestsReaching(answer, site, rule, now, perRule).map(generatedFor(site, rule.id)),
    ),
    ...unmatchedRequests(answer, site, now).map(generatedFor(site, 'unmatched')),
  ]);
}

const generatedFor =
  (site: Site, rule: string) =>
  (request: Request): Generated => ({
    rule,
    site: site.id,
    request,
  });

/** Different requests that the rule answers, the plainest first; none where others always win, or no sample fits. */
export function requestsReaching(
  answer: (request: Request) => Answer,
  site: Site,
  rule: Rule,
  now: number,
  limit: number,
): Request[] {
  const found = new Map<string, Request>();
  const variants = Math.max(maxVariants, limit);
  let repeated = 0;
  for (let variant = 0; variant < variants && found.size < limit && repeated < maxRepeated; variant++) {
    const request = candidateOf(site, rule, variant, now);
    const key = `${request.host}${request.uri}`;
    if (found.has(key)) repeated += 1;
    else if (answer(request).rule === rule.id) found.set(key, request);
  }
  return [...found.values()];
}

export function unmatchedRequests(answer: (request: Request) => Answer, site: Site, now: number): Request[] {
  const host = exampleHost(site.hosts[0] ?? site.id);
  return unmatchedPaths
    .map((uri): Request => ({ host, uri, now }))
    .filter((request) => answer(request).rule === 'unmatched');
}
