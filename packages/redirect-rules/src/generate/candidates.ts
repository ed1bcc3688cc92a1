import type { Request } from '../model/exchange';
import type { Match, Rule, Site } from '../model/rule-set';
import { pathOf, regexText } from './path';
import { queryOf } from './query';
import type { Fill } from './sample';

/** A request that the rule may answer; whether it does is for the evaluator to say. */
export function candidateOf(site: Site, rule: Rule, variant: number, now: number, fill?: Fill): Request {
  const country = rule.match.country?.[variant % rule.match.country.length];
  return {
    host: exampleHost(site.hosts[variant % site.hosts.length] ?? site.id),
    uri: uriOf(rule.match, variant, fill),
    ...(country !== undefined && { headers: { 'cloudfront-viewer-country': country } }),
    now: activeTime(rule, now),
  };
}

/** A name that the host of a site stands for. */
export const exampleHost = (host: string): string => (host.startsWith('*.') ? `any${host.slice(1)}` : host);

/** Now, or the nearest time at which the rule answers. */
export function activeTime({ notBefore, expires }: Pick<Rule, 'notBefore' | 'expires'>, now: number): number {
  if (notBefore !== undefined && now < notBefore) return notBefore;
  return expires !== undefined && now >= expires ? expires - 1 : now;
}

function uriOf(match: Match, variant: number, fill?: Fill): string {
  const path = pathOf(match, variant, fill);
  const query = queryOf(match, variant, fill);
  if (match.uriRegex === undefined) return withQuery(path, query);
  // The regex sees path and query, what is asked beside it only the path: either may lead.
  const text = regexText(match.uriRegex, variant, fill);
  const rooted = text.startsWith('/') ? text : `/${text}`;
  const uri = [rooted, `${path}?${text.replace(/^\?/, '')}`, `${path}${text}`][variant % 3]!;
  return match.query === undefined && match.queryRegex === undefined ? uri : withQuery(uri, query);
}

function withQuery(uri: string, query: string | undefined): string {
  if (query === undefined) return uri;
  return `${uri}${uri.includes('?') ? '&' : '?'}${query}`;
}
