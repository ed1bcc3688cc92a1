/** `*.example.com` for `www.example.com`. */
export const wildcardOver = (name: string): string => `*.${name.slice(name.indexOf('.') + 1)}`;

export const isWildcard = (name: string): boolean => name.startsWith('*.');

/**
 * Whether a certificate with these names is good for `name`: a certificate's wildcard covers exactly one label
 * (RFC 9525 section 6.3), and only itself covers a wildcard.
 */
export const covers = (certificateNames: readonly string[], name: string): boolean =>
  certificateNames.includes(name) || (!isWildcard(name) && certificateNames.includes(wildcardOver(name)));

export const isWithin = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`);

/** Names for people, each once: `a.example.com, b.example.com, c.example.com and 3 more`. */
export const enumerate = (names: readonly string[], shown = 3): string => {
  const each = [...new Set(names)];
  return each.length <= shown
    ? each.join(', ')
    : `${each.slice(0, shown).join(', ')} and ${each.length - shown} more`;
};
