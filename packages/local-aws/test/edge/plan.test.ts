import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Handshake } from '../../src/edge/fronting';
import { customErrorFor, type Forwarding, planAnswer, type ViewerRequest } from '../../src/edge/plan';
import { bareWorld } from '../support/bare-world';
import { aliases, edgeServing, served, sourceAccount, targetAccount } from './served';

const overTls: Handshake = {
  serverName: 'a.example.com',
  certificateNames: ['a.example.com'],
  certificateAccountId: sourceAccount,
};
const request = (departures: Partial<ViewerRequest> = {}): ViewerRequest => ({
  handshake: overTls,
  method: 'GET',
  host: 'a.example.com',
  url: '/',
  ...departures,
});

const planFor = (config: Partial<DistributionConfig>, departures: Partial<ViewerRequest> = {}) =>
  planAnswer(
    bareWorld(),
    edgeServing(served('source', { ...aliases('a.example.com'), ...config })),
    request(departures),
  );

const behaviour = (departures: object) => ({
  DefaultCacheBehavior: { TargetOriginId: 'main', ViewerProtocolPolicy: 'allow-all' as const, ...departures },
});

describe('an edge answers by itself', () => {
  test.each<
    [
      sentence: string,
      config: Partial<DistributionConfig>,
      departures: Partial<ViewerRequest>,
      status: number,
    ]
  >([
    ['400 without a Host', {}, { host: undefined }, 400],
    ['403 for a host that nobody claims', {}, { host: 'b.example.com' }, 403],
    ['403 for a disabled distribution', { Enabled: false }, {}, 403],
    [
      '403 on plain HTTP where only HTTPS is allowed',
      behaviour({ ViewerProtocolPolicy: 'https-only' }),
      { handshake: undefined },
      403,
    ],
    ['403 for a method that is not allowed', {}, { method: 'POST' }, 403],
  ])('%s', (_, config, departures, status) => {
    expect(planFor(config, departures)).toMatchObject({ kind: 'page', page: { status } });
  });

  test('with a redirect on plain HTTP where the behaviour says so, keeping path and query', () => {
    const config = behaviour({ ViewerProtocolPolicy: 'redirect-to-https' });
    expect(planFor(config, { handshake: undefined, url: '/p?q=1' })).toEqual({
      kind: 'redirect',
      status: 301,
      location: 'https://a.example.com/p?q=1',
    });
    expect(planFor(config, { handshake: undefined, method: 'POST' })).toMatchObject({ status: 307 });
    expect(planFor(config)).toMatchObject({ kind: 'forward' });
  });
});

describe('a request to another host than the connection was made for', () => {
  const target = served('target', aliases('b.example.com'), targetAccount);
  const edge = edgeServing(served('source', aliases('a.example.com', 'c.example.com')), target);
  const plan = (host: string, handshake: Partial<Handshake> = {}) =>
    planAnswer(bareWorld(), edge, request({ host, handshake: { ...overTls, ...handshake } }));

  test.each<[sentence: string, host: string, handshake: Partial<Handshake>, kind: 'page' | 'forward']>([
    ['is fronting when account and certificate are foreign', 'b.example.com', {}, 'page'],
    [
      'is let in when the certificate covers the host',
      'b.example.com',
      { certificateNames: ['*.example.com'] },
      'forward',
    ],
    ['is let in when the certificate is of the same account', 'c.example.com', {}, 'forward'],
    ['is let in when the viewer sent no SNI', 'b.example.com', { serverName: undefined }, 'forward'],
  ])('%s', (_, host, handshake, kind) => {
    const answer = plan(host, handshake);
    expect(answer.kind).toBe(kind);
    if (answer.kind === 'page') expect(answer.page.status).toBe(421);
  });

  test('stays with the new holder when an alias changes hands below a kept-alive connection', () => {
    const moved = edgeServing(served('source'), served('target', aliases('a.example.com'), targetAccount));
    expect(planAnswer(bareWorld(), moved, request())).toMatchObject({ kind: 'forward' });
  });
});

describe('a forwarded request', () => {
  const forwarding = (config: Partial<DistributionConfig>, url = '/') => {
    const plan = planFor(config, { url });
    expect(plan.kind).toBe('forward');
    return plan as { kind: 'forward' } & Forwarding;
  };

  test('goes where the first matching path pattern says', () => {
    const special = (PathPattern: string, TargetOriginId: string) =>
      ({ PathPattern, TargetOriginId, ViewerProtocolPolicy: 'allow-all' }) as const;
    const config = {
      Origins: {
        Quantity: 2,
        Items: ['main', 'images'].map((Id) => ({ Id, DomainName: `${Id}.example.net` })),
      },
      CacheBehaviors: {
        Quantity: 2,
        Items: [special('/images/*.jpg', 'images'), special('images/*', 'main')],
      },
    };
    const originFor = (url: string) => forwarding(config, url).choice.origins[0]?.Id;
    expect(originFor('/images/a/b.jpg?x=.png')).toBe('images');
    expect(originFor('/images/a.png')).toBe('main');
    expect(originFor('/IMAGES/a.jpg')).toBe('main');
  });

  test('asks for the default root object at the root only', () => {
    const config = { DefaultRootObject: 'index.html' };
    expect(forwarding(config, '/').url).toBe('/index.html');
    expect(forwarding(config, '/?a=1').url).toBe('/index.html?a=1');
    expect(forwarding(config, '/sub/').url).toBe('/sub/');
  });

  const own = '01234567-0123-0123-0123-0123456789ab';

  test.each([
    ['no header without an origin request policy', {}, [], false],
    [
      'everything with the managed AllViewer',
      { OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3' },
      ['host', 'accept', 'x-tenant'],
      true,
    ],
    [
      'all but the host with AllViewerExceptHostHeader',
      { OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac' },
      ['accept', 'x-tenant'],
      true,
    ],
    ['what a policy of its own lists', { OriginRequestPolicyId: own }, ['x-tenant'], false],
    [
      'the host where the forwarded values of old name it',
      { ForwardedValues: { Headers: { Quantity: 1, Items: ['Host'] } } },
      ['host'],
      false,
    ],
    [
      'everything where the forwarded values of old say so',
      {
        ForwardedValues: { Headers: { Quantity: 1, Items: ['*'] }, Cookies: { Forward: 'all' } },
      },
      ['host', 'accept', 'x-tenant'],
      true,
    ],
  ])('carries %s', (_, departures, headers, cookies) => {
    const world = bareWorld();
    world.originRequestPolicies.set(own, {
      ...world.originRequestPolicies.values().next().value!,
      id: own,
      config: {
        Name: 'tenant',
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: { Quantity: 1, Items: ['X-Tenant'] } },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    });
    const edge = edgeServing(served('source', { ...aliases('a.example.com'), ...behaviour(departures) }));
    const { passedOn } = planAnswer(world, edge, request()) as Forwarding;
    expect(['host', 'accept', 'x-tenant'].filter((name) => passedOn.header(name))).toEqual(headers);
    expect(passedOn.cookies).toBe(cookies);
  });

  test('to an origin group may fall over to its second member', () => {
    const config = {
      Origins: { Quantity: 2, Items: ['one', 'two'].map((Id) => ({ Id, DomainName: `${Id}.example.net` })) },
      OriginGroups: {
        Quantity: 1,
        Items: [
          {
            Id: 'main',
            FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [503] } },
            Members: { Quantity: 2, Items: [{ OriginId: 'one' }, { OriginId: 'two' }] },
          },
        ],
      },
    };
    expect(forwarding(config).choice).toMatchObject({
      origins: [{ Id: 'one' }, { Id: 'two' }],
      failoverOn: [503],
    });
  });
});

describe('a custom error response', () => {
  const config = {
    ...served('source').config,
    CustomErrorResponses: {
      Quantity: 2,
      Items: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '200' }, { ErrorCode: 500 }],
    },
  };
  test.each([
    ['replaces status and page where both are named', 404, { pagePath: '/404.html', status: 200 }],
    ['without a page leaves the origin’s answer', 500, undefined],
    ['is not for other statuses', 403, undefined],
  ])('%s', (_, status, expected) => {
    expect(customErrorFor(config, status)).toEqual(expected);
  });
});
