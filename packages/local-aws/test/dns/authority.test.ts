import { authorityAnswer } from '../../src/dns/authority';
import type { World } from '../../src/world/world';
import { addDistribution, addZone, alias, bareWorld, record, startedAt } from '../support/bare-world';

const edgeAddresses = ['203.0.113.10', '203.0.113.20'];

function world(): World {
  const all = bareWorld();
  addDistribution(all, 'd111111abcdef8.cloudfront.net', { HttpVersion: 'http2and3' });
  addDistribution(all, 'd222222abcdef8.cloudfront.net', { HttpVersion: 'http1.1' });
  addZone(all, 'example.com.', [
    record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net']),
    alias('alias.example.com.', 'A', 'd111111abcdef8.cloudfront.net.'),
    alias('alias.example.com.', 'AAAA', 'd111111abcdef8.cloudfront.net.'),
    alias('alias.example.com.', 'HTTPS', 'd111111abcdef8.cloudfront.net.'),
    alias('plain.example.com.', 'HTTPS', 'd222222abcdef8.cloudfront.net.'),
    alias('gone.example.com.', 'A', 'd999999abcdef8.cloudfront.net.'),
    record('real.example.com.', 'A', ['192.0.2.1', '192.0.2.2']),
    alias('sibling.example.com.', 'A', 'real.example.com.', 'Z1'),
    record('\\052.wild.example.com.', 'CNAME', ['real.example.com.']),
    record('there.wild.example.com.', 'TXT', ['"x"']),
    record('deep.below.example.com.', 'A', ['192.0.2.3']),
    record('_a.example.com.', 'TXT', ['"d111111abcdef8.cloudfront.net" ""', '"say \\"hi\\""']),
    record('example.com.', 'MX', ['10 mail.example.com.']),
    record('away.example.com.', 'NS', ['ns.elsewhere.test.']),
  ]);
  addZone(all, 'inner.example.com.', [record('www.inner.example.com.', 'A', ['192.0.2.9'])]);
  return all;
}

const data = (name: string, type: string) =>
  authorityAnswer(world(), name, type).answers.map((answer) => answer.data);

describe('the authority answers', () => {
  test.each([
    ['a CNAME for any type, without following it', 'a.example.com', 'A', ['d111111abcdef8.cloudfront.net']],
    ['a CNAME asked for by name', 'a.example.com', 'CNAME', ['d111111abcdef8.cloudfront.net']],
    ['names in any case and with the last dot', 'A.Example.COM.', 'A', ['d111111abcdef8.cloudfront.net']],
    ['an ALIAS with the addresses of every edge', 'alias.example.com', 'A', edgeAddresses],
    [
      'an ALIAS of type HTTPS with what the distribution speaks',
      'alias.example.com',
      'HTTPS',
      ['1 . alpn="h3,h2" ipv4hint=203.0.113.10,203.0.113.20'],
    ],
    ['an ALIAS to a name of the same zone', 'sibling.example.com', 'A', ['192.0.2.1', '192.0.2.2']],
    ["a distribution's own name", 'd111111abcdef8.cloudfront.net', 'A', edgeAddresses],
    ['a wildcard for a name that is not there', 'x.y.wild.example.com', 'A', ['real.example.com']],
    [
      'the strings of a TXT joined and without quotes',
      '_a.example.com',
      'TXT',
      ['d111111abcdef8.cloudfront.net', 'say "hi"'],
    ],
    ['MX without the last dot', 'example.com', 'MX', ['10 mail.example.com']],
    ['from the closest zone', 'www.inner.example.com', 'A', ['192.0.2.9']],
    ['the addresses of name servers', 'ns-1025.awsdns-00.org', 'A', ['198.51.100.3']],
  ])('%s', (_, name, type, expected) => {
    expect(data(name, type)).toEqual(expected);
  });

  test('an ALIAS under its own name, with the TTL of CloudFront', () => {
    expect(authorityAnswer(world(), 'alias.example.com', 'A').answers[0]).toMatchObject({
      name: 'alias.example.com',
      ttl: 60,
    });
  });

  test('another edge first in the next minute', () => {
    const later = world();
    later.now = startedAt + 60_000;
    expect(authorityAnswer(later, 'alias.example.com', 'A').answers[0]?.data).toBe('203.0.113.20');
  });
});

describe('the authority has nothing', () => {
  test.each([
    ['NODATA where the name has other types', 'real.example.com', 'TXT', 'NOERROR', 'example.com'],
    ['NODATA where something is only below the name', 'below.example.com', 'A', 'NOERROR', 'example.com'],
    ['NODATA for a name that stops a wildcard', 'there.wild.example.com', 'A', 'NOERROR', 'example.com'],
    ['NODATA for IPv6, which the edges have not', 'alias.example.com', 'AAAA', 'NOERROR', 'example.com'],
    [
      'NODATA for HTTPS where the distribution speaks HTTP/1.1',
      'plain.example.com',
      'HTTPS',
      'NOERROR',
      'example.com',
    ],
    ['NODATA behind an ALIAS to a deleted distribution', 'gone.example.com', 'A', 'NOERROR', 'example.com'],
    ['NXDOMAIN for a name that is nowhere', 'nowhere.example.com', 'A', 'NXDOMAIN', 'example.com'],
    ['NXDOMAIN below a name that is there', 'x.real.example.com', 'A', 'NXDOMAIN', 'example.com'],
    [
      'NXDOMAIN for a distribution that is not',
      'd999999abcdef8.cloudfront.net',
      'A',
      'NXDOMAIN',
      'cloudfront.net',
    ],
  ])('%s', (_, name, type, code, zone) => {
    const answer = authorityAnswer(world(), name, type);
    expect(answer).toMatchObject({ code, answers: [], authority: [{ type: 'SOA', name: zone }] });
  });

  test('and refuses a name outside all zones', () => {
    expect(authorityAnswer(world(), 'example.org', 'A')).toEqual({ code: 'REFUSED', answers: [] });
  });

  test('and refers to the servers of a delegated name', () => {
    expect(authorityAnswer(world(), 'x.away.example.com', 'A')).toMatchObject({
      code: 'NOERROR',
      answers: [],
      authority: [{ type: 'NS', data: 'ns.elsewhere.test' }],
    });
  });
});
