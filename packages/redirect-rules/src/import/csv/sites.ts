import type { AuthorRule, AuthorSite } from '../../read/author';
import type { Redirect } from './redirect';
import { rulesOf } from './rule';

/**
 * Sites of the redirects of each host. Bulk lists take the most specific redirect wherever it stands: the host's own
 * before those that a parent domain shares with its subdomains, a whole path before a part of it, a longer part before
 * a shorter one. A query that is asked for stands before none.
 */
export function sitesOf(redirects: readonly Redirect[], placeholder: string): AuthorSite[] {
  const byHost = new Map<string, Redirect[]>();
  const shared = new Map<string, Redirect[]>();
  for (const redirect of redirects) {
    const host = redirect.source.host ?? placeholder;
    append(byHost, host, redirect);
    if (redirect.includesSubdomains) append(shared, host, redirect);
  }
  const sites = [...byHost].map(([host, own]) => {
    const inherited = parents(host).flatMap((parent) => shared.get(parent) ?? []);
    return { host, own, rules: [...inOrder(own), ...inOrder(inherited)] };
  });
  return sites.flatMap(({ host, own, rules }): AuthorSite[] => {
    const ofSubdomains = shared.get(host);
    // What a list says of `*.host` itself is a site with what the host shares.
    if (ofSubdomains === undefined || byHost.has(`*.${host}`)) return [{ Hosts: [host], Rules: rules }];
    if (ofSubdomains.length === own.length) return [{ Hosts: [host, `*.${host}`], Rules: rules }];
    const inherited = parents(host).flatMap((parent) => shared.get(parent) ?? []);
    const below = [...inOrder(ofSubdomains), ...inOrder(inherited)];
    return [
      { Hosts: [host], Rules: rules },
      { Hosts: [`*.${host}`], Rules: below },
    ];
  });
}

/** How many rules hosts would have from those above them. */
export function copiesOf(redirects: readonly Redirect[], placeholder: string): number {
  const shared = new Map<string, number>();
  const hosts = new Set<string>();
  for (const { source, includesSubdomains } of redirects) {
    const host = source.host ?? placeholder;
    hosts.add(host);
    if (includesSubdomains) shared.set(host, (shared.get(host) ?? 0) + 1);
  }
  let copies = 0;
  for (const host of hosts) {
    for (const parent of parents(host)) copies += shared.get(parent) ?? 0;
  }
  return copies;
}

function inOrder(redirects: readonly Redirect[]): AuthorRule[] {
  return [...redirects].sort(bySpecificity).flatMap(rulesOf);
}

function bySpecificity(one: Redirect, other: Redirect): number {
  return (
    Number(one.matchesSubpaths) - Number(other.matchesSubpaths) ||
    Number(other.source.query !== undefined) - Number(one.source.query !== undefined) ||
    (one.matchesSubpaths ? other.source.path.length - one.source.path.length : 0) ||
    one.line - other.line
  );
}

/** `b.c`, `c` of `a.b.c` or `*.b.c`; the nearest first. */
function parents(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(1).map((_, place) => labels.slice(place + 1).join('.'));
}

function append(map: Map<string, Redirect[]>, key: string, redirect: Redirect): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [redirect]);
  else list.push(redirect);
}
