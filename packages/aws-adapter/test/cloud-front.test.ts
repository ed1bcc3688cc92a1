import type { CloudFrontPort } from '@cutover/alias-migration';
import { cloudFrontPort } from '../src/cloud-front';
import { type Reply, stubbedClients, xml, xmlError } from './stub';

const raw =
  '<?xml version="1.0"?>\n<DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><CallerReference>c</CallerReference><Aliases><Quantity>1</Quantity><Items><CNAME>*.example.com</CNAME></Items></Aliases><Origins><Quantity>0</Quantity></Origins><Comment>a &amp; b</Comment><Enabled>true</Enabled><MemberOfTomorrow a="1"><X/></MemberOfTomorrow></DistributionConfig>';
const distribution = (config: string): string =>
  `<Distribution><Id>E1</Id><ARN>arn:aws:cloudfront::310123456789:distribution/E1</ARN><Status>Deployed</Status><DomainName>D111.cloudfront.net</DomainName>${config}</Distribution>`;

const world = (
  ...replies: Reply[]
): { sent: ReturnType<typeof stubbedClients>['sent']; port: CloudFrontPort } => {
  const { sent, clients } = stubbedClients(replies);
  return { sent, port: cloudFrontPort(clients.targetCloudFront, 'target') };
};

describe('findDistribution', () => {
  test('reads state, aliases and certificate', async () => {
    const config = raw.slice(raw.indexOf('<DistributionConfig'));
    const { port } = world(xml(distribution(config), { etag: 'ETAG1' }));
    expect(await port.findDistribution('E1')).toEqual({
      id: 'E1',
      arn: 'arn:aws:cloudfront::310123456789:distribution/E1',
      accountId: '310123456789',
      domainName: 'd111.cloudfront.net',
      etag: 'ETAG1',
      deployed: true,
      enabled: true,
      staging: false,
      tenantOnly: false,
      aliases: ['*.example.com'],
      certificate: { kind: 'default' },
      httpVersion: 'http1.1',
      ipv6Enabled: false,
      anycastIpListId: undefined,
    });
  });

  test('an absent distribution is undefined', async () => {
    const { port } = world(xmlError(404, 'NoSuchDistribution', 'The specified distribution does not exist.'));
    expect(await port.findDistribution('E1')).toBeUndefined();
  });

  test('a denied one is a failure, and is asked once', async () => {
    const { port, sent } = world(xmlError(403, 'AccessDenied', 'no'));
    await expect(port.findDistribution('E1')).rejects.toMatchObject({
      failure: 'Denied',
      code: 'AccessDenied',
    });
    expect(sent).toHaveLength(1);
  });
});

describe('editDistribution', () => {
  const edit = { addAliases: ['a.example.com'], removeAliases: ['*.example.com'] };

  test('puts the XML back that was read, with nothing changed but the aliases', async () => {
    const { port, sent } = world(xml(raw, { etag: 'ETAG1' }), xml(distribution(''), { etag: 'ETAG2' }));
    await port.editDistribution('E1', edit, 'ETAG1');
    const put = sent[1];
    expect(put?.method).toBe('PUT');
    expect(put?.path).toBe('/2020-05-31/distribution/E1/config');
    expect(put?.headers['if-match']).toBe('ETAG1');
    expect(put?.headers['content-length']).toBe(String(Buffer.byteLength(put?.body ?? '')));
    expect(put?.body).toBe(raw.replace('*.example.com', 'a.example.com'));
  });

  test('changes nothing when another state came back than the one that was planned on', async () => {
    const { port, sent } = world(xml(raw, { etag: 'ETAG9' }));
    await expect(port.editDistribution('E1', edit, 'ETAG1')).rejects.toMatchObject({
      failure: 'Stale',
      disposition: 'lookAgain',
    });
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['a server error', xmlError(500, 'InternalError', 'oops'), 'ServiceFailed'],
    ['a cut connection', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 'Unreachable'],
    ['an answer that is cut', xml('<Distribution><Id>', { etag: 'E' }), 'ServiceFailed'],
  ] as [string, Reply, string][])('%s is looked at again and never repeated', async (_, reply, failure) => {
    const { port, sent } = world(xml(raw, { etag: 'ETAG1' }), reply);
    await expect(port.editDistribution('E1', edit, 'ETAG1')).rejects.toMatchObject({
      failure,
      disposition: 'lookAgain',
    });
    expect(sent).toHaveLength(2);
  });

  test('a name that somebody else holds says how to find the holder', async () => {
    const text = 'One or more of the CNAMEs you provided are already associated with a different resource.';
    const { port } = world(xml(raw, { etag: 'ETAG1' }), xmlError(409, 'CNAMEAlreadyExists', text));
    await expect(port.editDistribution('E1', edit, 'ETAG1')).rejects.toMatchObject({
      failure: 'AliasHeld',
      message: expect.stringMatching(
        /UpdateDistribution: CNAMEAlreadyExists on distribution E1.*list-domain-conflicts/,
      ),
    });
  });
});

describe('moveAlias', () => {
  test('names the alias, the target and the ETag of the target', async () => {
    const { port, sent } = world(xml('<UpdateDomainAssociationResult/>', { etag: 'ETAG2' }));
    await port.moveAlias('a.example.com', 'E1', 'ETAG1');
    expect(sent[0]?.headers['if-match']).toBe('ETAG1');
    expect(sent[0]?.body).toContain('<Domain>a.example.com</Domain>');
    expect(sent[0]?.body).toContain('<DistributionId>E1</DistributionId>');
  });
});

describe('findConflicts', () => {
  test('reads every page', async () => {
    const page = (id: string, more: string): Reply =>
      xml(
        `<ListDomainConflictsResult><DomainConflicts><DomainConflicts><Domain>A.example.com</Domain><ResourceType>distribution</ResourceType><ResourceId>${id}</ResourceId><AccountId>1</AccountId></DomainConflicts></DomainConflicts>${more}</ListDomainConflictsResult>`,
      );
    const { port, sent } = world(page('*****1', '<NextMarker>m</NextMarker>'), page('*****2', ''));
    const holders = await port.findConflicts('*.example.com', 'E1');
    expect(holders.map((holder) => [holder.domain, holder.distributionId, holder.kind])).toEqual([
      ['a.example.com', '*****1', 'distribution'],
      ['a.example.com', '*****2', 'distribution'],
    ]);
    expect(sent[1]?.body).toContain('<Marker>m</Marker>');
  });
});
