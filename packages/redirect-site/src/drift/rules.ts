import type { Instant } from '@cutover/ground';
import { generate, hostsOf, prepare, type RuleSet } from '@cutover/redirect-rules';
import { enumerate } from '../hosts/names';
import { codeOf } from '../items/content';
import { nameOf, type SiteJournal } from '../journal';
import type { EdgeFunction, SitePorts } from '../port';
import { differenceBetween } from '../rules/tests';
import { Workbench } from '../rules/workbench';
import type { SiteTools } from '../tools';

export interface RuleDrift {
  readonly says: readonly string[];
  /** Rules that answer otherwise, and what they answer. */
  readonly changed: ReadonlyMap<string, { readonly status: number; readonly location?: string }>;
  /** Ids of the rules by site and place, as the reader gave them. */
  readonly ids: readonly (readonly string[])[];
}

const SAME: RuleDrift = { says: [], changed: new Map(), ids: [] };

/** The items are read, and every rule asked, only where somebody else has written to store or function. */
export async function changedRules(
  { stores, rules: port }: SitePorts,
  tools: SiteTools,
  { siteId, live, storeArn, items }: SiteJournal,
  running: EdgeFunction | undefined,
  now: Instant,
): Promise<RuleDrift> {
  if (!live || storeArn === undefined) return SAME;
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
