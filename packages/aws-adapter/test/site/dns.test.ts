import { siteDnsPort } from '../../src/site/dns';
import { type Asker, type AskerAt, issuersFrom } from '../../src/site/issuers';
import { stubbedSiteClients, xml } from '../stub';

type Records = Record<string, { critical: number; [tag: string]: unknown }[] | string>;

/** Asked names, by who was asked. */
interface Asked {
  readonly resolver: string[];
  readonly authority: string[];
}

/**
 * Public DNS as a table: CAA records, or the code that is answered with; ENODATA for what is not in it. example.com has
 * name servers, which know that the names in the table and no others are there.
 */
const dnsOf = (records: Records, asked: Asked = { resolver: [], authority: [] }): AskerAt => {
  const answer = (name: string, absent: string) => {
    const found = records[name] ?? absent;
    if (typeof found === 'string') throw Object.assign(new Error(found), { code: found });
    return found as { critical: number }[];
  };
  const nothing = () => Promise.reject(Object.assign(new Error('ENODATA'), { code: 'ENODATA' }));
  return (servers) => ({
    resolveCaa: async (name) => {
      asked[servers ? 'authority' : 'resolver'].push(name);
      return answer(name, servers ? 'ENOTFOUND' : 'ENODATA');
    },
    resolveNs: (name) => (name === 'example.com' ? Promise.resolve(['ns.example.net']) : nothing()),
    resolve4: (() => Promise.resolve(['198.51.100.1'])) as unknown as Asker['resolve4'],
  });
};
const issue = (value: string) => ({ critical: 0, issue: value });
const issuewild = (value: string) => ({ critical: 0, issuewild: value });

describe('who may issue for a name', () => {
  const rows: [string, string, Records, string[]][] = [
    ['anyone, where nothing is said up to the root', 'a.example.com', {}, []],
    [
      'whom the name itself names',
      'a.example.com',
      { 'a.example.com': [issue('amazon.com')] },
      ['amazon.com'],
    ],
    [
      'whom the nearest parent names',
      'a.b.example.com',
      { 'example.com': [issue('letsencrypt.org')] },
      ['letsencrypt.org'],
    ],
    [
      'the nearest set decides alone',
      'a.example.com',
      { 'a.example.com': [issue('amazon.com')], 'example.com': [issue('letsencrypt.org')] },
      ['amazon.com'],
    ],
    [
      'parameters and case are left out',
      'a.example.com',
      { 'example.com': [issue('Amazon.com; account=1')] },
      ['amazon.com'],
    ],
    ['a lone semicolon is nobody', 'a.example.com', { 'example.com': [issue(';')] }, [';']],
    [
      'for a wildcard issuewild decides',
      '*.example.com',
      { 'example.com': [issue('amazon.com'), issuewild(';')] },
      [';'],
    ],
    [
      'and issue where there is no issuewild',
      '*.example.com',
      { 'example.com': [issue('amazon.com')] },
      ['amazon.com'],
    ],
    [
      'issuewild says nothing of a name',
      'example.com',
      { 'example.com': [issuewild(';'), issue('amazon.com')] },
      ['amazon.com'],
    ],
    [
      'a set that only says where to complain allows anyone',
      'a.example.com',
      { 'a.example.com': [{ critical: 0, iodef: 'mailto:x' }], 'example.com': [issue(';')] },
      [],
    ],
    [
      'a name that does not exist is asked for its parents',
      'a.example.com',
      { 'a.example.com': 'ENOTFOUND', 'example.com': [issue('amazon.com')] },
      ['amazon.com'],
    ],
  ];
  test.each(rows)('%s', async (_, name, records, issuers) => {
    expect(await issuersFrom(dnsOf(records))(name)).toEqual(issuers);
  });

  test('is asked of the name servers first, so that no resolver remembers what is not there yet', async () => {
    const asked = { resolver: [], authority: [] };
    const find = issuersFrom(
      dnsOf({ 'example.com': [issue('amazon.com')], 'b.example.com': 'ENODATA' }, asked),
    );
    expect(await find('a.example.com')).toEqual(['amazon.com']);
    expect(await find('b.example.com')).toEqual(['amazon.com']);
    expect(await find('x.y.a.example.com')).toEqual(['amazon.com']);
    expect(asked).toEqual({
      resolver: ['example.com', 'b.example.com'],
      authority: ['a.example.com', 'b.example.com'],
    });
  });

  test('is not known where a server fails: an issuer would refuse', async () => {
    const asked = issuersFrom(dnsOf({ 'example.com': 'ESERVFAIL' }))('a.example.com');
    await expect(asked).rejects.toMatchObject({ failure: 'Unreachable', disposition: 'lookAgain' });
  });
});

describe('a hosted zone', () => {
  const zone = (isPrivate: boolean) =>
    xml(
      `<GetHostedZoneResponse><HostedZone><Id>/hostedzone/Z1</Id><Name>Example.com.</Name><CallerReference>c</CallerReference><Config><PrivateZone>${isPrivate}</PrivateZone></Config></HostedZone></GetHostedZoneResponse>`,
    );

  test('has a name without its last dot', async () => {
    const { clients } = stubbedSiteClients([zone(false)]);
    expect(await siteDnsPort(clients.route53).findZone('Z1')).toBe('example.com');
  });

  test('that is private is refused', async () => {
    const { clients } = stubbedSiteClients([zone(true)]);
    await expect(siteDnsPort(clients.route53).findZone('Z1')).rejects.toMatchObject({
      failure: 'Refused',
      message: expect.stringContaining('public zone'),
    });
  });
});
