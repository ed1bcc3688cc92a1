import { follow, type Trail } from '../src';
import type { AuthorityAnswer, DnsPort } from '../src/port';

type Records = Readonly<Record<string, readonly string[] | undefined>>;

/** Two servers of each zone; `records` by `server name type`, or by `name type` for both. A gap is "there is nothing". */
const dns = (zones: Readonly<Record<string, readonly string[]>>, records: Records) =>
  ({
    findAuthority: async (name) => {
      const apex = Object.keys(zones).find((zone) => name === zone || name.endsWith(`.${zone}`));
      return apex === undefined ? undefined : { name: apex, nameServers: zones[apex] ?? [] };
    },
    askAuthority: async (zone, name, type) =>
      zone.nameServers.map((nameServer): AuthorityAnswer => {
        const own = `${nameServer} ${name} ${type}`;
        const both = `${name} ${type}`;
        return { nameServer, values: own in records ? records[own] : both in records ? records[both] : [] };
      }),
  }) satisfies Pick<DnsPort, 'findAuthority' | 'askAuthority'>;

const zones = { 'example.com': ['ns-1', 'ns-2'], 'cdn.example.net': ['ns-3'] };

const endsOf = ({ ends }: Trail): string[] =>
  ends.map(({ nameServer, at, kind, values }) => [nameServer, at, kind, ...values].join(' '));

const rows: [string, Records, string[]][] = [
  [
    'a CNAME to a distribution is the end, whoever says so',
    { 'a.example.com CNAME': ['d111.cloudfront.net'] },
    ['ns-2 a.example.com distribution d111.cloudfront.net'],
  ],
  [
    'servers that disagree are both heard',
    {
      'ns-1 a.example.com CNAME': ['d111.cloudfront.net'],
      'ns-2 a.example.com CNAME': ['d222.cloudfront.net'],
    },
    [
      'ns-1 a.example.com distribution d111.cloudfront.net',
      'ns-2 a.example.com distribution d222.cloudfront.net',
    ],
  ],
  [
    'a chain is followed into the other zone, at the servers of that zone',
    { 'a.example.com CNAME': ['a.cdn.example.net'], 'a.cdn.example.net CNAME': ['d111.cloudfront.net'] },
    ['ns-3 a.cdn.example.net distribution d111.cloudfront.net'],
  ],
  [
    'an ALIAS shows addresses only',
    { 'a.example.com A': ['203.0.113.10'] },
    ['ns-1 a.example.com values 203.0.113.10', 'ns-2 a.example.com values 203.0.113.10'],
  ],
  [
    'a server without the record and a silent one are told apart',
    { 'ns-2 a.example.com CNAME': undefined },
    ['ns-1 a.example.com nothing', 'ns-2 a.example.com silent'],
  ],
  [
    'a chain that leads to nobody ends in silence',
    { 'a.example.com CNAME': ['a.example.org'] },
    ['ns-2 a.example.org silent'],
  ],
];

describe('a name is followed past every cache', () => {
  test.each(rows)('%s', async (_, records, expected) => {
    expect(endsOf(await follow(dns(zones, records), 'a.example.com', 'A'))).toEqual(expected);
  });

  test('a circle comes to an end', async () => {
    const circle = { 'a.example.com CNAME': ['b.example.com'], 'b.example.com CNAME': ['a.example.com'] };
    const trail = await follow(dns(zones, circle), 'a.example.com', 'A');
    expect(trail.ends.map(({ kind }) => kind)).toEqual(['silent']);
  });

  test('a name of no known zone has no ends', async () => {
    expect(await follow(dns(zones, {}), 'a.example.org', 'A')).toEqual({ name: 'a.example.org', ends: [] });
  });

  test('a TXT is asked for at the end of the chain', async () => {
    const records = {
      '_cutover.a.example.com CNAME': ['x.cdn.example.net'],
      'x.cdn.example.net TXT': ['moved'],
    };
    const trail = await follow(dns(zones, records), '_cutover.a.example.com', 'TXT');
    expect(endsOf(trail)).toEqual(['ns-3 x.cdn.example.net values moved']);
  });

  test('the longest TTL on the way is what resolvers may keep', async () => {
    const answers = dns(zones, {});
    const slow = {
      ...answers,
      askAuthority: async () => [{ nameServer: 'ns-1', values: ['d1.cloudfront.net'], ttlSeconds: 300 }],
    };
    expect((await follow(slow, 'a.example.com', 'A')).ttlSeconds).toBe(300);
  });
});
