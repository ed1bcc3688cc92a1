import { Agent } from 'node:https';
import { type CertificateAuthority, createAuthority } from '../../src/edge/authority';
import { originsOf } from '../../src/edge/origins';
import { type Edges, startEdges } from '../../src/edge/server';
import type { ServedConfig, World } from '../../src/world/world';
import { bareWorld } from '../support/bare-world';
import { aliases, certificateArnOf, certificateOf, served, sourceAccount, targetAccount } from './served';
import { type View, type Viewed, viewerOf } from './viewer';

const [near, far] = ['203.0.113.10', '203.0.113.20'];

let world: World;
let authority: CertificateAuthority;
let edges: Edges;
let ask: (view: Omit<View, 'address'> & { address?: string }) => Promise<Viewed>;

const origins = originsOf([
  { domainName: 'source.example.net', rules: [] },
  {
    domainName: 'target.example.net',
    rules: [
      { path: '/sick', status: 500, body: 'sick' },
      { path: '/sorry.html', body: 'sorry' },
      { host: 'a.example.com', body: 'the viewer’s host' },
    ],
  },
]);

beforeAll(async () => {
  authority = await createAuthority(new Date());
});

beforeEach(async () => {
  world = bareWorld();
  world.certificates.set(
    certificateArnOf(sourceAccount),
    certificateOf(sourceAccount, ['a.example.com', 'b.example.com']),
  );
  world.certificates.set(certificateArnOf(targetAccount), certificateOf(targetAccount, ['*.example.com']));
  edges = await startEdges(world, authority, { origins });
  const viewer = viewerOf(edges.routes, authority.pem);
  ask = (view) => viewer({ address: near, ...view });
});

afterEach(() => edges.stop());

/** A distribution with its account's certificate and a header that tells who answered. */
function distribution(id: 'source' | 'target', config: Parameters<typeof served>[1] = {}): ServedConfig {
  const accountId = id === 'source' ? sourceAccount : targetAccount;
  world.responseHeadersPolicies.set(id, {
    id,
    accountId,
    etag: 'E1',
    createdAt: world.now,
    lastModifiedAt: 0,
    config: {
      Name: id,
      CustomHeadersConfig: {
        Quantity: 1,
        Items: [{ Header: 'x-migration', Value: `${id} account`, Override: true }],
      },
    },
  });
  return served(
    id,
    {
      ViewerCertificate: { ACMCertificateArn: certificateArnOf(accountId), SSLSupportMethod: 'sni-only' },
      DefaultCacheBehavior: behaviour(id),
      ...config,
    },
    accountId,
  );
}

const behaviour = (id: string, departures: object = {}) => ({
  TargetOriginId: 'main',
  ViewerProtocolPolicy: 'redirect-to-https' as const,
  ResponseHeadersPolicyId: id,
  ...departures,
});

/** Puts configurations on one edge, or on both. */
function serve(view: ServedConfig[], on = [near, far]): void {
  for (const edge of world.edges.filter(({ address }) => on.includes(address))) {
    for (const each of view) edge.serving.set(each.distributionId, each);
  }
}

const sideOf = async (view: Parameters<typeof ask>[0]) => (await ask(view)).headers['x-migration'];

describe('TLS at an edge', () => {
  test('shows the certificate of the distribution that has claimed the SNI', async () => {
    serve([distribution('source', aliases('a.example.com'))]);
    expect(await ask({ host: 'a.example.com' })).toMatchObject({ status: 200, protocol: 'TLSv1.3' });
  });

  test('shows CloudFront’s own for a name that nobody claims, which a viewer who verifies refuses', async () => {
    serve([distribution('source', aliases('a.example.com'))]);
    await expect(ask({ host: 'c.example.com' })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(await ask({ host: 'c.example.com', serverName: 'x.cloudfront.net' })).toMatchObject({
      status: 403,
    });
  });

  test('shows CloudFront’s own for a distribution’s own name', async () => {
    serve([distribution('source', aliases('a.example.com'))]);
    expect(await sideOf({ host: 'dsource.cloudfront.net' })).toBe('source account');
  });

  test('shows a certificate that cannot cover the name as it is, and the viewer refuses', async () => {
    const config = {
      ...aliases('x.y.example.com'),
      ViewerCertificate: { ACMCertificateArn: certificateArnOf(targetAccount) },
    };
    serve([distribution('target', config)]);
    await expect(ask({ host: 'x.y.example.com' })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('uses an imported certificate’s own key, whoever signed it', async () => {
    const stranger = await createAuthority(new Date());
    const { key, cert } = await stranger.certificateFor(['a.example.com']);
    world.certificates.set(certificateArnOf(sourceAccount), {
      ...certificateOf(sourceAccount, ['a.example.com']),
      type: 'IMPORTED',
      imported: { certificatePem: cert, privateKeyPem: key },
    });
    serve([distribution('source', aliases('a.example.com'))]);
    await expect(ask({ host: 'a.example.com' })).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    const trusting = viewerOf(edges.routes, stranger.pem);
    expect(await trusting({ address: near, host: 'a.example.com' })).toMatchObject({ status: 200 });
  });
});

describe('an edge answers', () => {
  test('403 for a host that nobody claims, on plain HTTP too', async () => {
    const { status, headers, body } = await ask({ scheme: 'http', host: 'a.example.com' });
    expect({ status, cache: headers['x-cache'] }).toEqual({ status: 403, cache: 'Error from cloudfront' });
    expect(body).toContain('The request could not be satisfied');
  });

  test('plain HTTP with a redirect where the behaviour says so', async () => {
    serve([distribution('source', aliases('a.example.com'))]);
    const { status, headers } = await ask({ scheme: 'http', host: 'a.example.com', path: '/p?q=1' });
    expect([status, headers.location]).toEqual([301, 'https://a.example.com/p?q=1']);
  });

  test('with the origin’s body, the policy’s headers and CloudFront’s own', async () => {
    serve([distribution('source', aliases('a.example.com'))]);
    const { headers, body } = await ask({ host: 'a.example.com' });
    expect(body).toBe('source.example.net\n');
    expect(headers).toMatchObject({
      'x-migration': 'source account',
      'x-cache': 'Miss from cloudfront',
      'x-amz-cf-pop': world.edges[0]?.name,
      via: '1.1 cloudfront.net (CloudFront)',
      date: new Date(world.now).toUTCString(),
    });
  });

  test('what the origin says to the viewer’s host only if that is forwarded', async () => {
    serve([distribution('target', aliases('a.example.com'))]);
    expect((await ask({ host: 'a.example.com' })).body).toBe('target.example.net\n');
    const allViewer = behaviour('target', { OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3' });
    serve([distribution('target', { ...aliases('a.example.com'), DefaultCacheBehavior: allViewer })]);
    expect((await ask({ host: 'a.example.com' })).body).toBe('the viewer’s host');
  });

  test('an origin’s error as it is, or with the distribution’s own page', async () => {
    serve([distribution('target', aliases('a.example.com'))]);
    expect(await ask({ host: 'a.example.com', path: '/sick' })).toMatchObject({ status: 500, body: 'sick' });
    const CustomErrorResponses = {
      Quantity: 1,
      Items: [{ ErrorCode: 500, ResponsePagePath: '/sorry.html', ResponseCode: '503' }],
    };
    serve([distribution('target', { ...aliases('a.example.com'), CustomErrorResponses })]);
    expect(await ask({ host: 'a.example.com', path: '/sick' })).toMatchObject({ status: 503, body: 'sorry' });
  });

  test('502 where the origin’s name leads nowhere', async () => {
    const Origins = { Quantity: 1, Items: [{ Id: 'main', DomainName: 'gone.example.net' }] };
    serve([distribution('source', { ...aliases('a.example.com'), Origins })]);
    expect(await ask({ host: 'a.example.com' })).toMatchObject({ status: 502 });
  });

  test('a request with a body, and keeps the connection', async () => {
    const AllowedMethods = { Quantity: 3, Items: ['GET', 'HEAD', 'POST'] as ('GET' | 'HEAD' | 'POST')[] };
    const DefaultCacheBehavior = behaviour('source', { AllowedMethods });
    serve([distribution('source', { ...aliases('a.example.com'), DefaultCacheBehavior })]);
    const agent = new Agent({ keepAlive: true });
    const post = { host: 'a.example.com', method: 'POST', body: 'x'.repeat(100_000), agent };
    expect(await ask(post)).toMatchObject({ status: 200, reused: false });
    expect(await ask(post)).toMatchObject({ status: 200, reused: true });
    agent.destroy();
  });
});

describe('while a change travels', () => {
  test('each edge answers from its own view: exact alias at one, transit wildcard at the other', async () => {
    serve([
      distribution('source', aliases('a.example.com')),
      distribution('target', aliases('*.example.com')),
    ]);
    serve([distribution('source')], [near]);
    expect(await sideOf({ address: near, host: 'a.example.com' })).toBe('target account');
    expect(await sideOf({ address: far, host: 'a.example.com' })).toBe('source account');
  });

  test('a kept-alive connection follows the new holder, under the certificate that it began with', async () => {
    serve([
      distribution('source', aliases('a.example.com')),
      distribution('target', aliases('*.example.com')),
    ]);
    const agent = new Agent({ keepAlive: true });
    const before = await ask({ host: 'a.example.com', agent });
    serve([distribution('source')]);
    const after = await ask({ host: 'a.example.com', agent });
    agent.destroy();
    expect([before.headers['x-migration'], before.reused]).toEqual(['source account', false]);
    expect([after.headers['x-migration'], after.reused]).toEqual(['target account', true]);
  });

  test('a name that is removed before it is added is nobody’s: 403 on what was kept alive', async () => {
    serve([distribution('source', aliases('a.example.com'))]);
    const agent = new Agent({ keepAlive: true });
    await ask({ host: 'a.example.com', agent });
    serve([distribution('source')]);
    expect(await ask({ host: 'a.example.com', agent })).toMatchObject({ status: 403, reused: true });
    agent.destroy();
  });
});
