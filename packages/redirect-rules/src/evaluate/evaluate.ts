import type { Answer, Request } from '../model/exchange';
import type { RuleSet, Site } from '../model/rule-set';
import { Call } from './call';
import { findByHost, hostName } from './host';
import { httpsFirst } from './https-first';
import { siteAnswering } from './site';

/**
 * The meaning of rules: what each request is answered.
 *
 * Hosts go by exact name, then by the longest wildcard. The first rule answers whose conditions all hold and whose
 * captures may stand where its target wants them (see `Piece`); else what the site says for unmatched requests. No site:
 * 404. Sites are read when the first request comes to them.
 * @returns a function for many requests. It throws RuleProblem for a site with a rule that engines would not read alike.
 */
export function prepare(rules: RuleSet): (request: Request) => Answer {
  const byName = sitesByHost(rules.sites);
  const answerings = new Map<Site, (call: Call) => Answer>();
  return (request) => {
    const site = findByHost(byName, hostName(request.host));
    if (site === undefined) return noSite;
    const answering = answerings.get(site) ?? siteAnswering(site);
    answerings.set(site, answering);
    const call = new Call(request);
    return httpsFirst(call, answering(call));
  };
}

/** Of two sites with one host, which a check refuses, the first has it. */
function sitesByHost(sites: readonly Site[]): ReadonlyMap<string, Site> {
  const byName = new Map<string, Site>();
  for (const site of sites) {
    for (const host of site.hosts) if (!byName.has(host)) byName.set(host, site);
  }
  return byName;
}

/** For one request; `prepare` for many. */
export const evaluate = (rules: RuleSet, request: Request): Answer => prepare(rules)(request);

const noSite: Answer = { status: 404, headers: {}, rule: 'no site' };
