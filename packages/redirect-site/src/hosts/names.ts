import type { Zone } from '../journal';

/** `*.example.com` for `www.example.com`. */
const wildcardOver = (host: string): string => `*.${host.slice(host.indexOf('.') + 1)}`;

/**
 * Whether a certificate with these names is good for `host`: a certificate's wildcard covers exactly one label
 * (RFC 9525 section 6.3), and only itself covers a wildcard.
 */
export const covers = (names: readonly string[], host: string): boolean =>
  names.includes(host) || (!host.startsWith('*.') && names.includes(wildcardOver(host)));

const isWithin = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`);

/** Where a record of the name belongs: the zone with the longest name. Undefined: nobody gave us its zone. */
export const zoneOf = (name: string, zones: readonly Zone[]): Zone | undefined =>
  zones
    .filter((zone) => isWithin(name.replace(/^\*\./, ''), zone.name))
    .sort((one, other) => other.name.length - one.name.length)[0];

/** Names for people: `a.example.com, b.example.com, c.example.com and 3 more`. */
export const enumerate = (names: readonly string[], shown = 3): string =>
  names.length <= shown
    ? names.join(', ')
    : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
