import type { Rule, RuleSet, Site } from '../model/rule-set';

/** Sites of one set that differ from the other set, and which of their rules do. */
export interface ChangedSite {
  readonly site: Site;
  /** Rules that the other set has not, or has otherwise. */
  readonly rules: ReadonlySet<Rule>;
  /** Rules that both have stand in another order, or other hosts or another unmatched answer: any rule may be touched. */
  readonly isTouched: boolean;
}

/** Where requests have to be looked for: equal sites answer alike. */
export function changedSites(rules: RuleSet, other: RuleSet): ChangedSite[] {
  const others = new Map(
    other.sites.flatMap((site) => site.hosts.map((host): [string, Site] => [host, site])),
  );
  return rules.sites.flatMap((site) => {
    const counterpart = others.get(site.hosts[0] ?? '');
    if (counterpart === undefined) return [{ site, rules: new Set(site.rules), isTouched: true }];
    const changed = changedRules(site, counterpart);
    const isTouched = keyOfSite(site) !== keyOfSite(counterpart) || isReordered(site, counterpart);
    return changed.size > 0 || isTouched || site.rules.length !== counterpart.rules.length
      ? [{ site, rules: changed, isTouched }]
      : [];
  });
}

function changedRules(site: Site, counterpart: Site): Set<Rule> {
  const there = new Map(counterpart.rules.map((rule) => [rule.id, keyOf(rule)]));
  return new Set(site.rules.filter((rule) => there.get(rule.id) !== keyOf(rule)));
}

/** What an answer depends on; not where it is written, nor who owns it. */
const keyOf = ({ match, outcome, notBefore, expires }: Rule): string =>
  JSON.stringify([match, outcome, notBefore, expires]);

const keyOfSite = ({ hosts, unmatched }: Site): string => JSON.stringify([[...hosts].sort(), unmatched]);

function isReordered(site: Site, counterpart: Site): boolean {
  const here = new Set(site.rules.map(({ id }) => id));
  const there = new Set(counterpart.rules.map(({ id }) => id));
  const mine = site.rules.filter(({ id }) => there.has(id));
  const theirs = counterpart.rules.filter(({ id }) => here.has(id));
  return mine.some(({ id }, place) => theirs[place]?.id !== id);
}
