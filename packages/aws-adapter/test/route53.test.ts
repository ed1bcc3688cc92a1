import { readRecordName, writeRecordName } from '../src/record-name';
import { dnsPort } from '../src/route53';
import { type Reply, stubbedClients, xml, xmlError } from './stub';

const world = (...replies: Reply[]) => {
  const { sent, clients } = stubbedClients(replies);
  return { sent, port: dnsPort(clients.route53) };
};
const set = (name: string, type: string, inside: string): string =>
  `<ResourceRecordSet><Name>${name}</Name><Type>${type}</Type>${inside}</ResourceRecordSet>`;
const value = (text: string, ttl = 300): string =>
  `<TTL>${ttl}</TTL><ResourceRecords><ResourceRecord><Value>${text}</Value></ResourceRecord></ResourceRecords>`;
const page = (sets: string, next = '<IsTruncated>false</IsTruncated>'): Reply =>
  xml(
    `<ListResourceRecordSetsResponse><ResourceRecordSets>${sets}</ResourceRecordSets>${next}<MaxItems>20</MaxItems></ListResourceRecordSetsResponse>`,
  );

describe('record names', () => {
  test.each([
    ['a.example.com', 'a.example.com.'],
    ['*.example.com', '\\052.example.com.'],
    ['_dmarc.x-y.example.com', '_dmarc.x-y.example.com.'],
  ])('%s is written %s', (name, written) => {
    expect(writeRecordName(name)).toBe(written);
    expect(readRecordName(written)).toBe(name);
  });
});

describe('findRecords', () => {
  test('gives the records of exactly the names asked for, of the types that lead to a distribution', async () => {
    const { port, sent } = world(
      page(
        set('\\052.example.com.', 'CNAME', value('d1.cloudfront.net')) +
          set('\\052.example.com.', 'TXT', value('"x"')) +
          set('b.example.com.', 'A', value('192.0.2.1')),
      ),
      page(
        set(
          'A.example.com.',
          'A',
          '<AliasTarget><HostedZoneId>Z2FDTNDATAQYW2</HostedZoneId><DNSName>d1.cloudfront.net.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>',
        ),
      ),
    );
    expect(await port.findRecords('Z1', ['*.example.com', 'a.example.com'])).toEqual([
      { name: '*.example.com', type: 'CNAME', ttlSeconds: 300, values: ['d1.cloudfront.net'] },
      {
        name: 'a.example.com',
        type: 'A',
        aliasTarget: {
          hostedZoneId: 'Z2FDTNDATAQYW2',
          dnsName: 'd1.cloudfront.net',
          evaluateTargetHealth: false,
        },
      },
    ]);
    expect(sent.map((request) => request.query.name)).toEqual(['\\052.example.com.', 'a.example.com.']);
  });

  test('asks once for names that are on one page, and again for one that the page may have cut', async () => {
    const cname = (name: string): string => set(`${name}.example.com.`, 'CNAME', value('d1.cloudfront.net'));
    const cut =
      '<IsTruncated>true</IsTruncated><NextRecordName>c.example.com.</NextRecordName><NextRecordType>TXT</NextRecordType>';
    const { port, sent } = world(
      page(cname('a') + cname('b') + cname('c'), cut),
      page(cname('c')),
      page(cname('z')),
    );
    const names = ['a', 'b', 'c', 'none'].map((label) => `${label}.example.com`);
    const found = await port.findRecords('Z1', names);
    expect(found.map(({ name }) => name)).toEqual(names.slice(0, 3));
    expect(sent.map(({ query }) => query.name)).toEqual(
      ['a', 'c', 'none'].map((label) => `${label}.example.com.`),
    );
  });

  test('reads on while a page ends within the name, and keeps routing policies visible', async () => {
    const weighted = (id: string): string =>
      set(
        'a.example.com.',
        'A',
        `<SetIdentifier>${id}</SetIdentifier><Weight>1</Weight>${value('192.0.2.1')}`,
      );
    const next =
      '<IsTruncated>true</IsTruncated><NextRecordName>a.example.com.</NextRecordName><NextRecordType>A</NextRecordType><NextRecordIdentifier>two</NextRecordIdentifier>';
    const { port, sent } = world(page(weighted('one'), next), page(weighted('two')));
    const records = await port.findRecords('Z1', ['a.example.com']);
    expect(records.map((record) => record.setIdentifier)).toEqual(['one', 'two']);
    expect(sent[1]?.query).toMatchObject({ type: 'A', identifier: 'two' });
  });
});

describe('changeRecords', () => {
  const batch = {
    comment: 'cutover am-1',
    upserts: [
      {
        name: '*.example.com',
        type: 'A',
        aliasTarget: { hostedZoneId: 'Z2', dnsName: 'd2.cloudfront.net', evaluateTargetHealth: false },
      },
    ],
    deletes: [{ name: '*.example.com', type: 'CNAME', ttlSeconds: 60, values: ['d1.cloudfront.net'] }],
  } as const;
  const changed = xml(
    '<ChangeResourceRecordSetsResponse><ChangeInfo><Id>/change/C1</Id><Status>PENDING</Status><SubmittedAt>2024-01-01T00:00:00Z</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>',
  );

  test('is one batch, deletes before upserts', async () => {
    const { port, sent } = world(changed);
    expect(await port.changeRecords('Z1', batch)).toBe('C1');
    const body = sent[0]?.body ?? '';
    expect(body.indexOf('<Action>DELETE</Action>')).toBeLessThan(body.indexOf('<Action>UPSERT</Action>'));
    expect(body).toContain('<Name>\\052.example.com.</Name>');
    expect(body).toContain('<DNSName>d2.cloudfront.net.</DNSName>');
  });

  test('a record that changed since it was read is looked at again', async () => {
    const { port } = world(
      xmlError(400, 'InvalidChangeBatch', '[Tried to delete resource record set but it was not found]'),
    );
    await expect(port.changeRecords('Z1', batch)).rejects.toMatchObject({
      failure: 'Stale',
      disposition: 'lookAgain',
    });
  });
});

describe('zones and changes', () => {
  test('a zone has its name servers; an absent one is undefined', async () => {
    const { port } = world(
      xml(
        '<GetHostedZoneResponse><HostedZone><Id>/hostedzone/Z1</Id><Name>Example.com.</Name><CallerReference>c</CallerReference><Config><PrivateZone>false</PrivateZone></Config></HostedZone><DelegationSet><NameServers><NameServer>ns-1.awsdns-01.com</NameServer></NameServers></DelegationSet></GetHostedZoneResponse>',
      ),
      xmlError(404, 'NoSuchHostedZone', 'none'),
    );
    const zone = { id: 'Z1', name: 'example.com', nameServers: ['ns-1.awsdns-01.com'], isPrivate: false };
    expect(await port.findZone('Z1')).toEqual(zone);
    expect(await port.findZone('Z1')).toBeUndefined();
  });

  test.each([
    ['PENDING', false],
    ['INSYNC', true],
  ])('a change that is %s: published %s', async (status, published) => {
    const info = `<GetChangeResponse><ChangeInfo><Id>/change/C1</Id><Status>${status}</Status><SubmittedAt>2024-01-01T00:00:00Z</SubmittedAt></ChangeInfo></GetChangeResponse>`;
    expect(await world(xml(info)).port.isPublished('C1')).toBe(published);
  });
});
