import { storeItems } from '../../src/site/items';
import { storeControl } from '../../src/site/stores';
import { json, jsonError, type Reply, stubbedSiteClients, xml, xmlError } from '../stub';

const ARN = 'arn:aws:cloudfront::310123456789:key-value-store/8c4c7c1e';
const world = (...replies: Reply[]) => {
  const { sent, clients } = stubbedSiteClients(replies);
  return { sent, items: storeItems(clients.keyValueStore), control: storeControl(clients.cloudFront) };
};

describe('a store', () => {
  test('is described with the ETag of the control plane', async () => {
    const body = `<KeyValueStore><Name>redirect-1</Name><Id>8c4c7c1e</Id><Comment/><ARN>${ARN}</ARN><Status>READY</Status><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime></KeyValueStore>`;
    const { control } = world(xml(body, { etag: 'ETAG1' }));
    expect(await control.find('redirect-1')).toEqual({
      name: 'redirect-1',
      arn: ARN,
      id: '8c4c7c1e',
      status: 'READY',
      etag: 'ETAG1',
    });
  });

  test('that is absent is undefined', async () => {
    const { control } = world(xmlError(404, 'EntityNotFound', 'not there'));
    expect(await control.find('redirect-1')).toBeUndefined();
  });

  test('whose name is taken is a failure of its own', async () => {
    const { control } = world(xmlError(409, 'EntityAlreadyExists', 'there'));
    await expect(control.create('redirect-1', 'c')).rejects.toMatchObject({ failure: 'Taken' });
  });
});

describe('items', () => {
  test('are updated at the host of the account, signed for all regions, under the ETag', async () => {
    const { items, sent } = world(json({ ItemCount: 1, TotalSizeInBytes: 9 }));
    const batch = { puts: new Map([['h:a.example.com', '1\n301']]), deletes: ['h:b.example.com'] };
    await items.update(ARN, batch, 'KV1');
    const [request] = sent;
    expect(request?.hostname).toBe('310123456789.cloudfront-kvs.global.api.aws');
    expect(request?.headers.authorization).toMatch(/^AWS4-ECDSA-P256-SHA256 Credential=AKIDCALLER\//);
    expect(request?.headers['x-amz-region-set']).toBe('*');
    expect(request?.headers['if-match']).toBe('KV1');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      Puts: [{ Key: 'h:a.example.com', Value: '1\n301' }],
      Deletes: [{ Key: 'h:b.example.com' }],
    });
  });

  test('are read by pages of fifty', async () => {
    const { items, sent } = world(
      json({ Items: [{ Key: 'a', Value: '1' }], NextToken: 't' }),
      json({ Items: [{ Key: 'b', Value: '2' }] }),
    );
    expect([...(await items.items(ARN))]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(sent.map(({ query }) => [query.MaxResults, query.NextToken])).toEqual([
      ['50', undefined],
      ['50', 't'],
    ]);
  });

  test('whose ETag is old are looked at again', async () => {
    const { items } = world(jsonError(409, 'ConflictException', 'Resource is not in expected state.'));
    await expect(items.update(ARN, { puts: new Map(), deletes: [] }, 'KV0')).rejects.toMatchObject({
      failure: 'Stale',
      disposition: 'lookAgain',
    });
  });
});
