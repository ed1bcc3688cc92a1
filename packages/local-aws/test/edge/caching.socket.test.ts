import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { aliases } from './served';
import { behaviour, type Stand, startStand } from './stand';

const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const allViewer = '216adef6-5c7f-47e4-b989-5492eafa07d3';

let stand: Stand;

beforeEach(async () => {
  stand = await startStand({
    origins: [
      {
        domainName: 'source.example.net',
        rules: [
          { path: '/short', headers: { 'cache-control': 'max-age=5', etag: '"1"' }, body: 'short' },
          { path: '/private', headers: { 'cache-control': 'max-age=0', 'set-cookie': 'a=1' } },
          { path: '/missing', status: 404 },
          { path: '/sorry.html', body: 'sorry' },
        ],
      },
      { domainName: 'target.example.net', rules: [] },
    ],
  });
});
afterEach(() => stand.stop());

const caching = (side: string, departures: object = {}) =>
  behaviour(side, { CachePolicyId: cachingOptimized, ...departures });

/** The source with a.example.com and c.example.com, cached by the usual policy unless the test says otherwise. */
function serveSource(departures: object = {}, config: Partial<DistributionConfig> = {}): void {
  const DefaultCacheBehavior = caching('source', departures);
  stand.serve([
    stand.distribution('source', {
      ...aliases('a.example.com', 'b.example.com'),
      DefaultCacheBehavior,
      ...config,
    }),
  ]);
}

/** Lets time pass, then asks. */
async function after(ms: number, path: string, view: object = {}) {
  stand.world.now += ms;
  const { status, headers, body } = await stand.ask({ host: 'a.example.com', path, ...view });
  return { status, cache: headers['x-cache'], age: headers.age, body };
}

const load = (): number[] => stand.edges.originRequests.map(({ status }) => status);

describe('an edge with a cache', () => {
  test('asks the origin once, and tells how old the answer is that it gives again', async () => {
    serveSource();
    expect(await after(0, '/')).toMatchObject({ cache: 'Miss from cloudfront', age: undefined });
    expect(await after(3500, '/')).toMatchObject({
      cache: 'Hit from cloudfront',
      age: '3',
      body: 'source.example.net\n',
    });
    expect(load()).toEqual([200]);
  });

  test('shares objects between the aliases of a distribution', async () => {
    serveSource();
    await after(0, '/');
    expect(await after(1, '/', { host: 'b.example.com' })).toMatchObject({ cache: 'Hit from cloudfront' });
  });

  test('has its own objects: another edge starts cold', async () => {
    serveSource();
    await after(0, '/');
    expect(await after(1, '/', { address: '203.0.113.20' })).toMatchObject({ cache: 'Miss from cloudfront' });
  });

  test('asks again when the object is too old, and hears that it still holds', async () => {
    serveSource();
    await after(0, '/short');
    expect(await after(4999, '/short')).toMatchObject({ cache: 'Hit from cloudfront' });
    expect(await after(2, '/short')).toMatchObject({ cache: 'RefreshHit from cloudfront', body: 'short' });
    expect(await after(4999, '/short')).toMatchObject({ cache: 'Hit from cloudfront' });
    expect(load()).toEqual([200, 304]);
  });

  test('asks every time under CachingDisabled', async () => {
    serveSource({ CachePolicyId: cachingDisabled });
    await after(0, '/');
    expect(await after(1, '/')).toMatchObject({ cache: 'Miss from cloudfront' });
    expect(load()).toEqual([200, 200]);
  });

  test('answers HEAD from what a GET brought, and never caches POST', async () => {
    const AllowedMethods = { Quantity: 3, Items: ['GET', 'HEAD', 'POST'] };
    serveSource({ AllowedMethods });
    await after(0, '/');
    expect(await after(1, '/', { method: 'HEAD' })).toMatchObject({ cache: 'Hit from cloudfront', body: '' });
    await after(1, '/', { method: 'POST' });
    expect(await after(1, '/', { method: 'POST' })).toMatchObject({ cache: 'Miss from cloudfront' });
  });

  test('puts the policy’s headers on hits as they are now, not as they were', async () => {
    serveSource();
    await after(0, '/');
    serveSource({ ResponseHeadersPolicyId: 'target' });
    stand.world.now += 1;
    expect(await stand.sideOf({ host: 'a.example.com' })).toBe('target account');
    expect(load()).toEqual([200]);
  });

  test('drops Set-Cookie where no cookie goes to the origin', async () => {
    serveSource();
    expect(
      (await stand.ask({ host: 'a.example.com', path: '/private' })).headers['set-cookie'],
    ).toBeUndefined();
    serveSource({ OriginRequestPolicyId: allViewer });
    stand.world.now += 2000;
    expect((await stand.ask({ host: 'a.example.com', path: '/private' })).headers['set-cookie']).toEqual([
      'a=1',
    ]);
  });
});

describe('an error of the origin', () => {
  test('is given again for ten seconds, whatever the policy’s TTL', async () => {
    serveSource({ CachePolicyId: cachingDisabled });
    await after(0, '/missing');
    expect(await after(9999, '/missing')).toMatchObject({ status: 404, cache: 'Error from cloudfront' });
    expect(load()).toEqual([404]);
    await after(1, '/missing');
    expect(load()).toEqual([404, 404]);
  });

  test('is given again for as long as the distribution says', async () => {
    const CustomErrorResponses = { Quantity: 1, Items: [{ ErrorCode: 404, ErrorCachingMinTTL: 2 }] };
    serveSource({}, { CustomErrorResponses });
    await after(0, '/missing');
    await after(1999, '/missing');
    expect(load()).toEqual([404]);
    await after(1, '/missing');
    expect(load()).toEqual([404, 404]);
  });

  test('with a page of its own is remembered with that page', async () => {
    const custom = {
      ErrorCode: 404,
      ResponsePagePath: '/sorry.html',
      ResponseCode: '404',
      ErrorCachingMinTTL: 5,
    };
    serveSource({}, { CustomErrorResponses: { Quantity: 1, Items: [custom] } });
    await after(0, '/missing');
    expect(await after(1000, '/missing')).toMatchObject({ status: 404, body: 'sorry' });
    expect(load()).toEqual([404, 200]);
  });

  test('does not show while an older object is there: that one is given on', async () => {
    serveSource();
    await after(0, '/short');
    const gone = { Quantity: 1, Items: [{ Id: 'main', DomainName: 'gone.example.net' }] };
    serveSource({}, { Origins: gone });
    expect(await after(6000, '/short')).toMatchObject({ status: 200, body: 'short' });
  });
});

describe('when a name moves', () => {
  test('the target starts cold: its origin sees the load that the source’s cache kept off', async () => {
    serveSource();
    const target = (config: Partial<DistributionConfig>) =>
      stand.distribution('target', { DefaultCacheBehavior: caching('target'), ...config });
    stand.serve([target({})]);
    await after(0, '/');
    await after(1000, '/');
    serveSource({}, aliases());
    stand.serve([target(aliases('a.example.com'))]);
    expect(await after(1000, '/')).toMatchObject({
      cache: 'Miss from cloudfront',
      body: 'target.example.net\n',
    });
    expect(stand.edges.originRequests).toEqual([
      { at: 0, ...first, distributionId: 'source', originDomainName: 'source.example.net' },
      { at: 2000, ...first, distributionId: 'target', originDomainName: 'target.example.net' },
    ]);
  });

  const first = { edge: 'FRA56-P4', path: '/', status: 200 };
});

test('an invalidation that has reached the edge makes it ask again', async () => {
  serveSource();
  await after(0, '/');
  const [edge] = stand.world.edges;
  edge?.invalidated.push({ distributionId: 'source', paths: ['/'], at: stand.world.now + 10 });
  expect(await after(20, '/')).toMatchObject({ cache: 'Miss from cloudfront' });
  expect(await after(1, '/')).toMatchObject({ cache: 'Hit from cloudfront' });
});
