import type { Instant } from '@cutover/ground';
import { failedRenewals, lostHosts } from './drift/hosts';
import { changedRules, type RuleDrift } from './drift/rules';
import { changedSettings, changedTags } from './drift/settings';
import { nameOf, type SiteJournal } from './journal';
import type { SiteDistribution, SitePorts } from './port';
import { type Shown, shownOf } from './shown';
import type { SiteTools } from './tools';

/**
 * The site as it stands: where the world is not as it was deployed, the declared properties differ in that place, which
 * CloudFormation shows as drift, and `Drift` says it in words. May be called at any time; changes nothing.
 */
export async function readSite(
  ports: SitePorts,
  tools: SiteTools,
  journal: SiteJournal,
  now: Instant,
): Promise<Shown> {
  const shown = shownOf(journal);
  if (journal.phase !== 'DONE' || !journal.live) return shown;
  const distributions = await distributionsOf(ports, journal);
  const running = await ports.functions.find(nameOf(journal.siteId), 'LIVE');
  const hosts = lostHosts(journal, distributions, running);
  const rules = await changedRules(ports, tools, journal, running, now);
  const settings = changedSettings(journal, distributions);
  const tags = await changedTags(ports, journal, distributions);
  const renewals = await failedRenewals(ports, journal);
  return {
    ...shown,
    ...settings.shown,
    ...tags.shown,
    ...(shown.Sites !== undefined && { Sites: sitesWith(shown.Sites, rules, hosts.lost) }),
    Drift: [...hosts.says, ...rules.says, ...settings.says, ...tags.says, ...renewals],
  };
}

/** Those that are there, by the number of their slot. */
async function distributionsOf(
  { distributions }: SitePorts,
  { slots }: SiteJournal,
): Promise<Map<number, SiteDistribution>> {
  const found = new Map<number, SiteDistribution>();
  for (const { n, distributionId } of slots) {
    const there = distributionId === undefined ? undefined : await distributions.find(distributionId);
    if (there) found.set(n, there);
  }
  return found;
}

/** The declared sites as the world has them: without lost hosts, and with the answers that are given. */
function sitesWith(declared: unknown, { ids, changed }: RuleDrift, lost: readonly string[]): unknown {
  if (!Array.isArray(declared) || (lost.length === 0 && changed.size === 0)) return declared;
  return declared.map((site: { Hosts?: unknown; Rules?: unknown }, at) => ({
    ...site,
    ...(Array.isArray(site.Hosts) && { Hosts: site.Hosts.filter((host) => !lost.includes(String(host))) }),
    ...(Array.isArray(site.Rules) && {
      Rules: site.Rules.map((rule, place) => {
        const answer = changed.get(ids[at]?.[place] ?? '');
        return answer
          ? { ...rule, Status: answer.status, ...(answer.location && { To: answer.location }) }
          : rule;
      }),
    }),
  }));
}
