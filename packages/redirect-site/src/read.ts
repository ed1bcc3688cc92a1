import type { Instant } from '@cutover/ground';
import { generate, hostsOf, prepare, type RuleSet } from '@cutover/redirect-rules';
import { enumerate } from './hosts/names';
import { readyHosts } from './hosts/slots';
import { codeOf } from './items/content';
import { nameOf, type SiteJournal } from './journal';
import type { SitePorts } from './port';
import { differenceBetween } from './rules/tests';
import { Workbench } from './rules/workbench';
import { type Shown, shownOf } from './shown';
import type { SiteTools } from './tools';

/** What a look at the world has found that is not as it was deployed. */
interface Drift {
  readonly says: readonly string[];
  /** Hosts that have left their distribution. */
  readonly lostHosts: readonly string[];
  /** Rules that answer otherwise, and what they answer. */
  readonly changedRules: ReadonlyMap<string, { readonly status: number; readonly location?: string }>;
}

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
  const hosts = await lostHosts(ports, journal);
  const rules = await changedRules(ports, tools, journal, now);
  const renewals = await failedRenewals(ports, journal);
  const drift: Drift = {
    says: [...hosts.says, ...rules.says, ...renewals],
    lostHosts: hosts.lost,
    changedRules: rules.changed,
  };
  return {
    ...shown,
    ...(shown.Sites !== undefined && { Sites: sitesWith(shown.Sites, rules.ids, drift) }),
    Drift: drift.says,
  };
}

async function lostHosts({ distributions, functions }: SitePorts, journal: SiteJournal) {
  const says: string[] = [];
  const lost: string[] = [];
  const live = await functions.find(nameOf(journal.siteId), 'LIVE');
  for (const slot of journal.slots) {
    if (slot.distributionId === undefined) continue;
    const there = await distributions.find(slot.distributionId);
    const missing = readyHosts(slot).filter((host) => !there?.aliases.includes(host));
    lost.push(...missing);
    if (!there) says.push(`The distribution ${slot.distributionId} is gone.`);
    else if (missing.length > 0)
      says.push(`The distribution ${there.id} has lost the alias ${enumerate(missing)}.`);
    if (there && there.functionArn !== live?.arn)
      says.push(`The distribution ${there.id} does not run the function ${nameOf(journal.siteId)} any more.`);
  }
  return { says, lost };
}

/** Renewal is ACM's own work as long as the validation records stand. */
async function failedRenewals({ certificates }: SitePorts, { slots }: SiteJournal): Promise<string[]> {
  const says: string[] = [];
  for (const { certificateArn } of slots) {
    const there = certificateArn === undefined ? undefined : await certificates.find(certificateArn);
    if (there?.renewal === 'FAILED')
      says.push(
        `ACM could not renew the certificate of ${enumerate(there.names)}: look at its validation records.`,
      );
  }
  return says;
}

interface RuleDrift {
  readonly says: readonly string[];
  readonly changed: Drift['changedRules'];
  /** Ids of the rules by site and place, as the reader gave them. */
  readonly ids: readonly (readonly string[])[];
}

const SAME: RuleDrift = { says: [], changed: new Map(), ids: [] };

/** The items are read, and every rule asked, only where somebody else has written to store or function. */
async function changedRules(
  { stores, functions, rules: port }: SitePorts,
  tools: SiteTools,
  { siteId, live, storeArn, items }: SiteJournal,
  now: Instant,
): Promise<RuleDrift> {
  if (!live || storeArn === undefined) return SAME;
  const running = await functions.find(nameOf(siteId), 'LIVE');
  if (!running) return { ...SAME, says: [`The function ${nameOf(siteId)} is gone.`] };
  const store = await stores.find(nameOf(siteId));
  if (!store) return { ...SAME, says: [`The key value store ${nameOf(siteId)} is gone.`] };
  const isCode = running.code === codeOf(live.number);
  const isItems = (await stores.describe(storeArn)).etag === items?.etag;
  if (isCode && isItems) return SAME;
  const loaded = await new Workbench(port, tools.memory).load(live.declared);
  const says = isCode ? [] : [`The function ${running.name} is not what was published.`];
  if (loaded.kind === 'refused' || loaded.digest !== live.rulesDigest)
    return { ...SAME, says: [...says, 'The items may have changed, and the rules cannot be read any more.'] };
  const answers = await answersOf(
    loaded.served(live.number),
    running.code,
    await stores.items(storeArn),
    tools,
    now,
  );
  return {
    says: [...says, ...answers.says],
    changed: answers.changed,
    ids: loaded.rules.sites.map((site) => site.rules.map(({ id }) => id)),
  };
}

async function answersOf(
  rules: RuleSet,
  code: string,
  items: ReadonlyMap<string, string>,
  tools: SiteTools,
  now: Instant,
): Promise<Pick<RuleDrift, 'says' | 'changed'>> {
  const asked = generate(rules, { now, perRule: 1 });
  const meant = prepare(rules);
  const given = await tools.runFunction(
    code,
    items,
    asked.map(({ request }) => request),
  );
  const says: string[] = [];
  const changed = new Map<string, { status: number; location?: string }>();
  for (const [at, { rule, request }] of asked.entries()) {
    const difference = differenceBetween(request, meant(request), given[at]);
    if (difference === undefined) continue;
    says.push(`Rule ${rule}: ${difference}`);
    const { status = 0, location } = given[at] ?? {};
    changed.set(rule, { status, location });
  }
  const isOurs = hostsOf(rules);
  const strangers = [...items.keys()].filter((key) => key.startsWith('h:') && !isOurs(key.slice(2)));
  if (strangers.length > 0)
    says.push(`The store has hosts that no rule names: ${enumerate(strangers.map((key) => key.slice(2)))}.`);
  return { says, changed };
}

/** The declared sites as the world has them: without lost hosts, and with the answers that are given. */
function sitesWith(
  declared: unknown,
  ids: RuleDrift['ids'],
  { lostHosts: lost, changedRules: changed }: Drift,
): unknown {
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
