import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { DnsAnswer } from '../world/world';
import { plainName } from './names';

/** Types that the name servers answer; records of other types stay in the zone, and out of DNS. */
const servedTypes = ['A', 'AAAA', 'CNAME', 'TXT', 'NS', 'SOA', 'HTTPS', 'CAA', 'MX'] as const;

export const isServedType = (type: string): type is DnsAnswer['type'] =>
  (servedTypes as readonly string[]).includes(type);

/** The strings of a quoted Route 53 value, joined: `"abc" "def"` -> `abcdef`. A bare word stands for itself. */
export function unquote(text: string): string {
  const strings = text.match(/"(?:[^"\\]|\\.)*"/gs);
  if (!strings) return text.trim();
  return strings
    .map((quoted) =>
      quoted.slice(1, -1).replace(/\\([0-3][0-7]{2}|.)/gs, (_, escaped: string) => literal(escaped)),
    )
    .join('');
}

const literal = (escaped: string): string =>
  escaped.length === 3 ? String.fromCharCode(Number.parseInt(escaped, 8)) : escaped;

/** One value in the world's text form: TXT without quotes, names without the last dot. */
export function plainValue(type: DnsAnswer['type'], value: string): string {
  switch (type) {
    case 'CNAME':
    case 'NS':
      return plainName(value);
    case 'TXT':
      return unquote(value);
    case 'MX':
    case 'SOA':
    case 'HTTPS':
      return value
        .trim()
        .split(/\s+/)
        .map((word) => (word.length > 1 && word.endsWith('.') ? word.slice(0, -1) : word))
        .join(' ');
    default:
      return value.trim();
  }
}

/** The answers that a record set with values gives to a query for `owner`. */
export function answersOf(set: ResourceRecordSet, owner: string): DnsAnswer[] {
  const type = set.Type ?? '';
  if (!isServedType(type)) return [];
  return (set.ResourceRecords ?? []).map((record) => ({
    name: owner,
    type,
    ttl: set.TTL ?? 0,
    data: plainValue(type, record.Value ?? ''),
  }));
}
