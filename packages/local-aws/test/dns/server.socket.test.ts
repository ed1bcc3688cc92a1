import { Resolver } from 'node:dns/promises';
import { createConnection } from 'node:net';
import * as dnsPacket from 'dns-packet';
import { type DnsServers, startDns } from '../../src/dns/server';
import type { HostedZone, World } from '../../src/world/world';
import { addDistribution, addZone, alias, bareWorld, record } from '../support/bare-world';

let world: World;
let zone: HostedZone;
let now: number;
let servers: DnsServers;

beforeEach(async () => {
  world = bareWorld();
  now = world.now;
  addDistribution(world, 'd111111abcdef8.cloudfront.net');
  zone = addZone(world, 'example.com.', [
    record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net']),
    alias('alias.example.com.', 'A', 'd111111abcdef8.cloudfront.net.'),
    alias('alias.example.com.', 'HTTPS', 'd111111abcdef8.cloudfront.net.'),
    record('_a.example.com.', 'TXT', [`"${'x'.repeat(255)}" "y"`]),
    record('example.com.', 'MX', ['10 mail.example.com.']),
    record('example.com.', 'CAA', ['0 issue "amazon.com"']),
    record(
      'many.example.com.',
      'A',
      Array.from({ length: 200 }, (_, at) => `192.0.2.${at}`),
    ),
  ]);
  servers = await startDns(world, () => now);
});

afterEach(() => servers.stop());

const asking = (port: number): Resolver => {
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  return resolver;
};

const addresses = ['203.0.113.10', '203.0.113.20'];

describe('the authority, asked by node', () => {
  test('answers an ALIAS with addresses', async () => {
    expect(await asking(servers.authorityPort).resolve4('alias.example.com')).toEqual(addresses);
  });

  test('answers TXT, MX, CAA, NS and SOA in the forms that node knows', async () => {
    const authority = asking(servers.authorityPort);
    expect((await authority.resolveTxt('_a.example.com')).map((strings) => strings.join(''))).toEqual([
      `${'x'.repeat(255)}y`,
    ]);
    expect(await authority.resolveMx('example.com')).toEqual([
      { exchange: 'mail.example.com', priority: 10 },
    ]);
    expect(await authority.resolveCaa('example.com')).toEqual([{ critical: 0, issue: 'amazon.com' }]);
    expect(await authority.resolveNs('example.com')).toHaveLength(4);
    expect(await authority.resolveSoa('example.com')).toMatchObject({
      minttl: 86400,
      nsname: 'ns-1.awsdns-00.com',
    });
  });

  test('says that a name is not there, and that it has no such type', async () => {
    const authority = asking(servers.authorityPort);
    await expect(authority.resolve4('nowhere.example.com')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(authority.resolve6('alias.example.com')).rejects.toMatchObject({ code: 'ENODATA' });
    await expect(authority.resolve4('example.org')).rejects.toMatchObject({ code: 'EREFUSED' });
  });

  test('sends over TCP what UDP has no room for', async () => {
    expect(await asking(servers.authorityPort).resolve4('many.example.com')).toHaveLength(200);
  });

  test('answers HTTPS records in the wire form of RFC 9460', async () => {
    const { answers } = await overTcp(servers.authorityPort, 'alias.example.com', 'UNKNOWN_65');
    // Priority 1, target '.', alpn (1) = "h2", ipv4hint (4) = both edges.
    const expected = Buffer.from('0001000001000302683200040008cb00710acb007114', 'hex');
    expect(answers.map((answer) => answer.data)).toEqual([expected]);
  });
});

describe('the public resolver, asked by node', () => {
  test('follows a CNAME to the addresses of the edges', async () => {
    expect(await asking(servers.resolverPort).resolve4('a.example.com')).toEqual(addresses);
  });

  test('keeps an answer for its TTL in virtual time', async () => {
    const resolver = asking(servers.resolverPort);
    await resolver.resolveMx('example.com');
    zone.published = zone.published.filter((set) => set.Type !== 'MX');
    now += 299_000;
    expect(await resolver.resolveMx('example.com')).toHaveLength(1);
    now += 1000;
    await expect(resolver.resolveMx('example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  });
});

async function overTcp(port: number, name: string, type: string): Promise<dnsPacket.DecodedPacket> {
  const query = dnsPacket.encode({ type: 'query', id: 7, questions: [{ name, type }] });
  const length = Buffer.alloc(2);
  length.writeUInt16BE(query.length);
  const socket = createConnection(port, '127.0.0.1');
  socket.write(Buffer.concat([length, query]));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) {
    chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (bytes.length >= 2 && bytes.length >= 2 + bytes.readUInt16BE(0))
      return dnsPacket.decode(bytes.subarray(2));
  }
  throw new Error('The server closed the connection without an answer.');
}
