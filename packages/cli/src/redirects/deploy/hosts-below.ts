import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';

/**
 * A rule file whose hosts are names below a domain, for a stage beside prod: a name is an alias of one distribution in
 * all of AWS. `go.example.com` below `stage.example.com` is `go.stage.example.com`; a host of another domain keeps its
 * whole name in front. URLs of tests that ask a host follow it; where rules lead stays as it is.
 */
export function hostsBelow(text: string, domain: string): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  const root = document.contents;
  const names = new Map<string, string>();
  const renamed = (host: string): string => {
    const name = nameBelow(host, domain);
    names.set(host.toLowerCase(), name);
    return name;
  };
  const sites = sequence(root, 'Sites');
  for (const site of sites) for (const host of sequence(site, 'Hosts')) rewrite(host, renamed);
  const tested = [root, ...sites, ...sites.flatMap((site) => sequence(site, 'Rules'))];
  for (const test of tested.flatMap((each) => sequence(each, 'Tests')))
    rewrite(memberOf(test, 'Url'), (url) => urlBelow(url, names));
  return document.toString({ lineWidth: 0 });
}

function nameBelow(host: string, domain: string): string {
  const parent = domain.slice(domain.indexOf('.') + 1);
  if (host.toLowerCase() === parent) return domain;
  return host.toLowerCase().endsWith(`.${parent}`)
    ? `${host.slice(0, -parent.length)}${domain}`
    : `${host}.${domain}`;
}

/** `https://go.example.com/a`: what stands before and after the host stays. A path alone asks the site's own host. */
const urlBelow = (url: string, names: ReadonlyMap<string, string>): string =>
  url.replace(/^(https?:\/\/(?:[^/?#]*@)?)([^/?#:]+)/i, (_, before: string, host: string) => {
    const name = names.get(host.toLowerCase()) ?? nameOfWildcard(host.toLowerCase(), names) ?? host;
    return `${before}${name}`;
  });

/** A host that only a wildcard of the rules has. */
function nameOfWildcard(host: string, names: ReadonlyMap<string, string>): string | undefined {
  const longest = [...names]
    .filter(([wildcard]) => wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1)))
    .sort(([one], [other]) => other.length - one.length)[0];
  return longest && `${host.slice(0, 1 - longest[0].length)}${longest[1].slice(1)}`;
}

const memberOf = (node: unknown, key: string): unknown =>
  isMap(node) ? (node as YAMLMap<unknown, Node>).get(key, true) : undefined;
const sequence = (node: unknown, key: string): readonly unknown[] => {
  const value = memberOf(node, key);
  return isSeq(value) ? value.items : [];
};

function rewrite(node: unknown, change: (text: string) => string): void {
  if (isScalar(node) && typeof node.value === 'string') node.value = change(node.value);
}
