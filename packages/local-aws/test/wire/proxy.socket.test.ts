import { get, request } from 'node:http';
import { chanceOf } from '@cutover/ground';
import { startWire, type WireServer } from '../../src/wire/server';
import type { World } from '../../src/world/world';

let wire: WireServer;
const asked: string[] = [];

beforeAll(async () => {
  const world = { chance: chanceOf('proxy'), faults: [], calls: [] } as unknown as World;
  wire = await startWire(world, {
    now: () => 0,
    gate: {
      answer: (_, { service, operation }) => {
        asked.push(`${service}.${operation}`);
        return { kind: 'output', output: { Items: [] }, latencyMs: 0 };
      },
      callerOf: (_, accountId, region) => ({ accountId, region }),
      advance: () => {},
    },
  });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => wire.stop());

const authorization =
  'AWS4-ECDSA-P256-SHA256 Credential=111122223333/20260301/cloudfront-keyvaluestore/aws4_request, ' +
  'SignedHeaders=host, Signature=3045';
const path = `/key-value-stores/${encodeURIComponent('arn:aws:cloudfront::111122223333:key-value-store/x')}/keys`;
const signed = { authorization, 'x-amz-region-set': '*' };

/** As a client does that has this endpoint for its proxy. */
const asProxy = (authority: string, headers: Record<string, string> = signed) =>
  new Promise<[number | undefined, string]>((resolve, reject) => {
    const url = { host: '127.0.0.1', port: wire.port, path: `http://${authority}${path}` };
    get({ ...url, headers: { host: authority, ...headers } }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += chunk)).on('end', () => resolve([answer.statusCode, body]));
    }).on('error', reject);
  });

const itself = () => [`111122223333.127.0.0.1:${wire.port}`, `111122223333.localhost:${wire.port}`];

describe('the endpoint as a proxy', () => {
  test('answers for itself, with an account or a bucket before its name', async () => {
    for (const authority of itself()) expect(await asProxy(authority)).toEqual([200, '{"Items":[]}']);
    expect(asked).toEqual(['cloudfront-keyvaluestore.ListKeys', 'cloudfront-keyvaluestore.ListKeys']);
  });

  test('answers for the names of AWS over HTTP', async () => {
    const [status] = await asProxy('111122223333.cloudfront-kvs.global.api.aws');
    expect([status, asked.length]).toEqual([200, 1]);
  });

  test.each(['example.com', 'example.com:4566', 'amazonaws.com.example.com', '127.0.0.1:1'])(
    'passes nothing on to %s',
    async (authority) => {
      const [status, body] = await asProxy(authority);
      expect([status, asked]).toEqual([502, []]);
      expect(body).toContain(authority);
    },
  );

  const tunnelTo = (authority: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { host: '127.0.0.1', port: wire.port, method: 'CONNECT', path: authority };
      request(options)
        .on('connect', ({ statusCode }, socket) => {
          socket.on('error', reject);
          if (statusCode !== 200) return resolve(statusCode);
          const lines = [`GET ${path} HTTP/1.1`, `Host: ${authority}`, 'Connection: close'];
          const headers = Object.entries(signed).map(([name, value]) => `${name}: ${value}`);
          socket.write(`${[...lines, ...headers].join('\r\n')}\r\n\r\n`);
          let answer = '';
          socket.on('data', (chunk) => (answer += chunk));
          socket.on('end', () => resolve(Number(answer.split(' ')[1])));
        })
        .on('error', reject)
        .end();
    });

  test('makes a tunnel to itself and to nobody else', async () => {
    expect(await tunnelTo(itself()[0]!)).toBe(200);
    expect(asked).toHaveLength(1);
    expect(await tunnelTo('example.com:443')).toBe(502);
  });
});

describe('the signature of a service of all regions', () => {
  const forOneRegion = authorization
    .replace('AWS4-ECDSA-P256-SHA256', 'AWS4-HMAC-SHA256')
    .replace('/cloudfront-keyvaluestore', '/us-east-1/cloudfront-keyvaluestore');
  test.each([
    ['for one region is refused [documented: SigV4A is required]', { authorization: forOneRegion }, 403],
    ['without its regions is refused', { authorization }, 400],
    [
      'that is none of elliptic curves is refused',
      { ...signed, authorization: authorization.replace('3045', 'abcd') },
      400,
    ],
  ])('%s', async (_words, headers, expected) => {
    const [status] = await asProxy(itself()[0]!, headers);
    expect([status, asked]).toEqual([expected, []]);
  });
});
