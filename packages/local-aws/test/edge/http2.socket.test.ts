import { aliases } from './served';
import { near, type Stand, startStand } from './stand';

let stand: Stand;
let stops: (() => unknown)[];

beforeEach(async () => {
  stops = [];
  stand = await startStand();
});
afterEach(async () => {
  for (const stop of stops) stop();
  await stand.stop();
});

const http2 = async (serverName: string) => {
  const viewer = await stand.http2(serverName);
  stops.push(viewer.close);
  return viewer;
};

describe('an edge chooses HTTP/2', () => {
  const serving = (HttpVersion?: string) =>
    stand.serve([
      stand.distribution('source', { ...aliases('a.example.com'), HttpVersion: HttpVersion as never }),
    ]);

  test.each([
    ['http2', 'h2'],
    ['http2and3', 'h2'],
    ['http1.1', 'http/1.1'],
    ['http3', 'http/1.1'],
  ])('for a distribution with HttpVersion %s: %s', async (version, protocol) => {
    serving(version);
    expect(await stand.protocol('a.example.com')).toBe(protocol);
  });

  test('only for a viewer who offers it', async () => {
    serving('http2');
    expect(await stand.protocol('a.example.com', ['http/1.1'])).toBe('http/1.1');
  });

  test('not for a name that nobody claims, and not for a viewer without SNI', async () => {
    serving('http2');
    expect(await stand.protocol('c.example.com')).toBe('http/1.1');
    expect(await stand.protocol(undefined)).toBe('http/1.1');
  });

  test('from its own view, handshake by handshake: a connection keeps what it began with', async () => {
    serving('http2');
    const viewer = await http2('a.example.com');
    serving('http1.1');
    expect(await stand.protocol('a.example.com')).toBe('http/1.1');
    expect(await viewer.ask('a.example.com')).toMatchObject({ status: 200 });
  });
});

describe('over HTTP/2', () => {
  test('an answer has the origin’s body, the policy’s headers and CloudFront’s own', async () => {
    stand.serve([stand.distribution('source', aliases('a.example.com'))]);
    const viewer = await http2('a.example.com');
    const { status, headers, body } = await viewer.ask('a.example.com', '/p?q=1');
    expect({ status, body }).toEqual({ status: 200, body: 'source.example.net\n' });
    expect(headers).toMatchObject({
      'x-migration': 'source account',
      'x-amz-cf-pop': stand.world.edges[0]?.name,
      date: new Date(stand.world.now).toUTCString(),
    });
  });

  test('requests for different hosts share a connection, each routed by its :authority', async () => {
    stand.serve([
      stand.distribution('source', aliases('a.example.com')),
      stand.distribution('target', aliases('b.example.com')),
    ]);
    const viewer = await http2('a.example.com');
    const hosts = ['a.example.com', 'b.example.com', 'a.example.com'];
    const answers = await Promise.all(hosts.map((host) => viewer.ask(host)));
    expect(answers.map(({ headers }) => headers['x-migration'])).toEqual([
      'source account',
      'target account',
      'source account',
    ]);
  });

  test('a kept connection follows the new holder of its name, and gets 403 where nobody holds it', async () => {
    stand.serve([
      stand.distribution('source', aliases('a.example.com')),
      stand.distribution('target', aliases('*.example.com')),
    ]);
    const viewer = await http2('a.example.com');
    const side = async () => (await viewer.ask('a.example.com')).headers['x-migration'];
    expect(await side()).toBe('source account');
    stand.serve([stand.distribution('source')], [near]);
    expect(await side()).toBe('target account');
    stand.serve([stand.distribution('target')], [near]);
    expect(await viewer.ask('a.example.com')).toMatchObject({ status: 403 });
  });

  test('the origin sees no header of HTTP/2 alone', async () => {
    const all = { OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3' };
    const DefaultCacheBehavior = {
      TargetOriginId: 'main',
      ViewerProtocolPolicy: 'allow-all' as const,
      ...all,
    };
    stand.serve([stand.distribution('source', { ...aliases('a.example.com'), DefaultCacheBehavior })]);
    const viewer = await http2('a.example.com');
    expect(await viewer.ask('a.example.com', '/', { 'x-mine': '1' })).toMatchObject({ status: 200 });
  });
});
