/**
 * Alternate domain names. `*.example.com` covers names at any depth below example.com for an alias, but exactly one
 * label in a certificate; neither covers example.com itself (Developer Guide, "Requirements for using alternate
 * domain names").
 */

const label = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?';
const domainName = new RegExp(`^(\\*\\.)?(${label}\\.)+${label}$`);

/** Lower case, no last dot, a wildcard only as the whole first label. */
export const isAlias = (name: string): boolean => name.length <= 253 && domainName.test(name);

export const isWildcard = (name: string): boolean => name.startsWith('*.');

/** Whether the certificate name `pattern` covers the alias `name`; an alias `*.p` wants the very same wildcard. */
export function certificateCovers(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  if (!isWildcard(pattern) || isWildcard(name)) return false;
  const firstDot = name.indexOf('.');
  return firstDot > 0 && name.slice(firstDot) === pattern.slice(1);
}

/** Whether two aliases claim a name in common: the same name, or one lies under the other's wildcard. */
export function overlaps(one: string, other: string): boolean {
  return one === other || isUnder(one, other) || isUnder(other, one);
}

const isUnder = (name: string, wildcard: string): boolean =>
  isWildcard(wildcard) && name.endsWith(wildcard.slice(1)) && name !== wildcard;
