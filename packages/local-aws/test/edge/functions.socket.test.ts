import { send } from '../../src/world/arrivals';
import type { FunctionVersion } from '../../src/world/cloudfront/entities/entity';
import { seedEntity, seedFunction } from '../../src/world/cloudfront/entities/seed';
import type { Knobs } from '../../src/world/knobs';
import { code } from '../support/entities';
import { aliases, sourceAccount } from './served';
import { behaviour, far, near, type Stand, startStand } from './stand';

/** What edges do with CloudFront Functions, over real sockets; in brackets, how it is known. */

let stand: Stand;
afterEach(() => stand.stop());

const storeId = '00000000-0000-4000-8000-000000000001';

interface Functions {
  readonly request?: string;
  readonly response?: string;
  readonly runtime?: 'cloudfront-js-1.0' | 'cloudfront-js-2.0';
  readonly items?: Record<string, string>;
  readonly behaviour?: object;
  readonly knobs?: Partial<Knobs>;
}

/** a.example.com with these functions on its one behaviour. */
async function start(functions: Functions): Promise<void> {
  const { request, response, runtime, items = {}, behaviour: more, knobs } = functions;
  const rules = [
    { path: '/origin', body: 'of the origin' },
    { path: '/missing', status: 404 },
  ];
  stand = await startStand({
    ...(knobs && { knobs }),
    origins: [{ domainName: 'source.example.net', rules }],
  });
  const { world } = stand;
  seedEntity(world, 'keyValueStores', {
    accountId: sourceAccount,
    id: storeId,
    config: { Name: 'rules' },
    items,
  });
  const KeyValueStoreARN = `arn:aws:cloudfront::${sourceAccount}:key-value-store/${storeId}`;
  const made = (name: string, text: string) =>
    seedFunction(world, {
      accountId: sourceAccount,
      name,
      code: code(text),
      config: {
        Comment: '',
        Runtime: runtime ?? 'cloudfront-js-2.0',
        KeyValueStoreAssociations: { Quantity: 1, Items: [{ KeyValueStoreARN }] },
      },
    }).arn;
  const Items = [
    ...(request ? [{ EventType: 'viewer-request' as const, FunctionARN: made('request', request) }] : []),
    ...(response ? [{ EventType: 'viewer-response' as const, FunctionARN: made('response', response) }] : []),
  ];
  const DefaultCacheBehavior = behaviour('source', {
    FunctionAssociations: { Quantity: Items.length, Items },
    ...more,
  });
  stand.serve([stand.distribution('source', { ...aliases('a.example.com'), DefaultCacheBehavior })]);
}

const ask = (path = '/', more: object = {}) => stand.ask({ host: 'a.example.com', path, ...more });

const redirect = `function handler(event) {
  return { statusCode: 301, headers: { location: { value: 'https://b.example' + event.request.uri } } };
}`;
const echo = `function handler(event) {
  const request = event.request;
  const raw = request.rawQueryString();
  return { statusCode: 200, body: JSON.stringify({ event: event, raw: raw === undefined ? 'undefined' : raw }) };
}`;

describe('a function on viewer-request', () => {
  test('answers by itself, and the origin is not asked [documented]', async () => {
    await start({ request: redirect });
    const { status, headers, body } = await ask('/a%20b?x=1');
    expect([status, headers.location, body]).toEqual([301, 'https://b.example/a%20b', '']);
    expect(headers).toMatchObject({
      'x-cache': 'FunctionGeneratedResponse from cloudfront',
      server: 'CloudFront',
      'content-length': '0',
    });
    expect(stand.edges.originRequests).toEqual([]);
  });

  test('gives an answer that gets the response headers policy of the behaviour [observed]', async () => {
    await start({ request: redirect });
    expect((await ask()).headers['x-migration']).toBe('source account');
  });

  test('sees the request as it was sent [documented]', async () => {
    await start({ request: echo });
    const path = '/a%2Fb/./c?x=a%20b&y&x=2';
    const { event, raw } = JSON.parse(
      (await ask(path, { headers: { 'X-Thing': '1', cookie: 'k=v; l=w' } })).body,
    );
    expect(event).toMatchObject({
      version: '1.0',
      context: {
        eventType: 'viewer-request',
        distributionId: 'source',
        distributionDomainName: 'dsource.cloudfront.net',
        requestId: expect.any(String),
      },
      viewer: { ip: '127.0.0.1' },
      request: {
        method: 'GET',
        uri: '/a%2Fb/./c',
        querystring: {
          x: { value: 'a%20b', multiValue: [{ value: 'a%20b' }, { value: '2' }] },
          y: { value: '' },
        },
        headers: { host: { value: 'a.example.com' }, 'x-thing': { value: '1' } },
        cookies: { k: { value: 'v' }, l: { value: 'w' } },
      },
    });
    expect(event.request.headers.cookie).toBeUndefined();
    expect(raw).toBe('x=a%20b&y&x=2');
  });

  test.each([
    ['/a', 'undefined'],
    ['/a?', ''],
    ['/a?x=1?y', 'x=1?y'],
  ])('sees of %s the raw query %j [documented]', async (path, expected) => {
    await start({ request: echo });
    expect(JSON.parse((await ask(path)).body).raw).toBe(expected);
  });

  test('sees a header of CloudFront only where a policy names it [documented]', async () => {
    const country = { headers: { 'cloudfront-viewer-country': 'DE' } };
    const seen = async () =>
      JSON.parse((await ask('/', country)).body).event.request.headers['cloudfront-viewer-country'];
    await start({ request: echo });
    expect(await seen()).toBeUndefined();
    await stand.stop();
    const ForwardedValues = {
      QueryString: false,
      Cookies: { Forward: 'none' },
      Headers: { Quantity: 1, Items: ['CloudFront-Viewer-Country'] },
    };
    await start({ request: echo, behaviour: { ForwardedValues } });
    expect(await seen()).toEqual({ value: 'DE' });
  });

  test.each(['http', 'https'])(
    'is told by a header of CloudFront that a request came by %s',
    async (scheme) => {
      const ForwardedValues = {
        QueryString: false,
        Cookies: { Forward: 'none' },
        Headers: { Quantity: 1, Items: ['CloudFront-Forwarded-Proto'] },
      };
      await start({ request: echo, behaviour: { ForwardedValues, ViewerProtocolPolicy: 'allow-all' } });
      const { body } = await ask('/', { scheme, headers: { 'cloudfront-forwarded-proto': 'ftp' } });
      expect(JSON.parse(body).event.request.headers['cloudfront-forwarded-proto']).toEqual({ value: scheme });
    },
  );

  test('reads the items of its store at that edge', async () => {
    const request = `import cf from 'cloudfront';
async function handler(event) {
  return { statusCode: 301, headers: { location: { value: await cf.kvs().get(event.request.uri) } } };
}`;
    await start({ request, items: { '/a': 'https://one.example/' } });
    const [, other] = stand.world.edges;
    other!.stores.get(storeId)!.set('/a', 'https://two.example/');
    const to = async (address: string) => (await ask('/a', { address })).headers.location;
    expect([await to(near), await to(far)]).toEqual(['https://one.example/', 'https://two.example/']);
  });

  test('changes the path and query that origin and cache see; the behaviour stays [documented]', async () => {
    const request = `function handler(event) {
  event.request.uri = '/origin';
  event.request.querystring = { a: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] } };
  return event.request;
}`;
    await start({ request });
    await ask('/other?x=9');
    expect(stand.edges.originRequests).toMatchObject([{ path: '/origin' }]);
  });

  test('leaves the spelling of a query that it does not change', async () => {
    await start({ request: 'function handler(event) { return event.request; }' });
    const { status } = await ask('/origin?b=%20&a&a=1');
    expect(status).toBe(200);
    expect(stand.edges.originRequests).toMatchObject([{ path: '/origin' }]);
  });

  test('is not asked before a viewer comes by https where the behaviour redirects [documented]', async () => {
    await start({ request: redirect });
    const { status, headers } = await ask('/a', { scheme: 'http' });
    expect([status, headers.location, headers['x-cache']]).toEqual([
      301,
      'https://a.example.com/a',
      'Redirect from cloudfront',
    ]);
  });

  test('answers HEAD without the body that it made', async () => {
    await start({ request: "function handler() { return { statusCode: 200, body: 'text' }; }" });
    const [get, head] = [await ask(), await ask('/', { method: 'HEAD' })];
    expect([get.body, head.body, head.headers['content-length']]).toEqual(['text', '', '4']);
  });

  test('sets cookies', async () => {
    const request = `function handler() {
  return { statusCode: 200, cookies: { a: { value: '1', attributes: 'Secure' }, b: { value: '2' } } };
}`;
    await start({ request });
    expect((await ask()).headers['set-cookie']).toEqual(['a=1; Secure', 'b=2']);
  });

  test.each([
    ['throws', "function handler() { throw new Error('no'); }"],
    [
      'does not compile at CloudFront, though Node would take it',
      'function handler(event) { return event?.request; }',
    ],
    ['never ends', 'function handler() { for (;;) {} }'],
    ['never answers', 'function handler() { return new Promise(function () {}); }'],
  ])('that %s is a 503 for the viewer [documented]', async (_words, request) => {
    await start({ request });
    const { status, headers, body } = await ask();
    expect([status, headers['x-cache']]).toEqual([503, 'FunctionExecutionError from cloudfront']);
    expect(body).toContain('The CloudFront function associated with the CloudFront distribution is invalid');
  });

  test('that throws passes the request on, as it came (knob functionFailure) [inferred]', async () => {
    const request = "function handler(event) { event.request.uri = '/missing'; throw new Error('no'); }";
    await start({ request, knobs: { functionFailure: 'origin' } });
    expect((await ask('/origin')).body).toBe('of the origin');
  });

  test.each([
    ['nothing', 'function handler() {}'],
    ['a status that is none', 'function handler() { return { statusCode: 99 }; }'],
    [
      'a header that no function may add',
      "function handler() { return { statusCode: 200, headers: { connection: { value: 'close' } } }; }",
    ],
    ['another method', "function handler(event) { event.request.method = 'PUT'; return event.request; }"],
  ])('that returns %s is a 502 for the viewer [documented]', async (_words, request) => {
    await start({ request });
    const { status, body } = await ask();
    expect([status, body]).toEqual([502, expect.stringContaining('returned an invalid value')]);
  });

  test('of the older runtime takes what that runtime takes', async () => {
    await start({
      request: redirect.replace('function handler', 'var handler = function'),
      runtime: 'cloudfront-js-1.0',
    });
    expect((await ask('/a')).status).toBe(301);
  });

  test('that nobody brought along leaves requests as they are', async () => {
    await start({ request: redirect });
    stand.world.functions.clear();
    for (const edge of stand.world.edges) edge.functions.clear();
    expect((await ask('/origin')).body).toBe('of the origin');
  });

  test('whose code has not arrived by itself comes with the distribution, the oldest on its way', async () => {
    await start({ request: redirect });
    for (const edge of stand.world.edges) edge.functions.clear();
    expect((await ask('/a')).status).toBe(301);
    const [[arn, { live }]] = [...stand.world.functions] as never as [[string, { live: FunctionVersion }]];
    const older = code('function handler() { return { statusCode: 404 }; }');
    send(stand.world, { kind: 'function', arn, version: { ...live, code: older } });
    send(stand.world, { kind: 'function', arn, version: live });
    expect((await ask('/a')).status).toBe(404);
  });
});

describe('a function on viewer-response', () => {
  const response = `function handler(event) {
  const response = event.response;
  response.headers['x-seen'] = { value: response.statusCode + ' ' + event.request.uri };
  response.cookies = { seen: { value: '1' } };
  return response;
}`;

  test('changes what cache and origin answer, and keeps the body [documented]', async () => {
    await start({ response });
    const { status, headers, body } = await ask('/origin');
    expect([status, headers['x-seen'], headers['set-cookie']]).toEqual([200, '200 /origin', ['seen=1']]);
    expect(body).toBe('of the origin');
    expect(headers['x-cache']).toBe('Miss from cloudfront');
  });

  test('does not run on what a function has made [documented]', async () => {
    await start({ request: redirect, response });
    expect((await ask('/a')).headers['x-seen']).toBeUndefined();
  });

  test('does not run where the origin answers 400 or higher [documented]', async () => {
    await start({ response });
    const { status, headers } = await ask('/missing');
    expect([status, headers['x-seen']]).toEqual([404, undefined]);
  });

  test('that throws is a 503 for the viewer [documented]', async () => {
    await start({ response: "function handler() { throw new Error('no'); }" });
    expect((await ask('/origin')).status).toBe(503);
  });
});
