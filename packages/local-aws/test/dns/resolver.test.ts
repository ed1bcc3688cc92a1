import { resolve } from '../../src/dns/resolver';
import type { CachedAnswer } from '../../src/world/world';
import { addDistribution, addZone, bareWorld, record, startedAt } from '../support/bare-world';

const seconds = (count: number): number => startedAt + count * 1000;

function resolverOver(records: ReturnType<typeof record>[]) {
  const world = bareWorld();
  addDistribution(world, 'd111111abcdef8.cloudfront.net');
  addDistribution(world, 'd222222abcdef8.cloudfront.net');
  const zone = addZone(world, 'example.com.', records);
  const cache = new Map<string, CachedAnswer>();
  return {
    publish: (...sets: ReturnType<typeof record>[]) => {
      zone.published = [...zone.published.filter((set) => set.Name === zone.name), ...sets];
    },
    ask: (name: string, type: string, at = 0) => resolve(world, cache, name, type, seconds(at)),
  };
}

describe('the resolver', () => {
  test('follows a CNAME into another zone and tells the whole chain', () => {
    const { ask } = resolverOver([record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net'])]);
    expect(ask('a.example.com', 'A')).toMatchObject({
      code: 'NOERROR',
      answers: [{ type: 'CNAME' }, { type: 'A', data: '203.0.113.10' }, { type: 'A', data: '203.0.113.20' }],
    });
  });

  test('believes an old answer until its TTL has passed, counting down', () => {
    const { ask, publish } = resolverOver([record('a.example.com.', 'A', ['192.0.2.1'])]);
    ask('a.example.com', 'A');
    publish(record('a.example.com.', 'A', ['192.0.2.2']));
    expect(ask('a.example.com', 'A', 299).answers).toEqual([
      { name: 'a.example.com', type: 'A', ttl: 1, data: '192.0.2.1' },
    ]);
    expect(ask('a.example.com', 'A', 300).answers[0]?.data).toBe('192.0.2.2');
  });

  test('holds a CNAME that it met under one type for every type', () => {
    const { ask, publish } = resolverOver([
      record('a.example.com.', 'CNAME', ['d111111abcdef8.cloudfront.net']),
    ]);
    ask('a.example.com', 'A');
    publish(record('a.example.com.', 'CNAME', ['d222222abcdef8.cloudfront.net']));
    expect(ask('a.example.com', 'HTTPS', 100).answers[0]?.data).toBe('d111111abcdef8.cloudfront.net');
  });

  test('holds a missing name for the negative TTL of 15 minutes', () => {
    const { ask, publish } = resolverOver([]);
    expect(ask('_a.example.com', 'TXT').code).toBe('NXDOMAIN');
    publish(record('_a.example.com.', 'TXT', ['"d111111abcdef8.cloudfront.net"']));
    expect(ask('_a.example.com', 'TXT', 899).code).toBe('NXDOMAIN');
    expect(ask('_a.example.com', 'A', 899).code).toBe('NXDOMAIN');
    expect(ask('_a.example.com', 'TXT', 900).answers[0]?.data).toBe('d111111abcdef8.cloudfront.net');
  });

  test('holds a missing type apart from the types that are there', () => {
    const { ask } = resolverOver([record('a.example.com.', 'A', ['192.0.2.1'])]);
    expect(ask('a.example.com', 'CNAME')).toEqual({ code: 'NOERROR', answers: [] });
    expect(ask('a.example.com', 'A').answers).toHaveLength(1);
  });

  test('says NXDOMAIN for a name that no zone of the world has', () => {
    expect(resolverOver([]).ask('proxy.registrar.test', 'A')).toEqual({ code: 'NXDOMAIN', answers: [] });
  });

  test('gives up on a circle of CNAMEs', () => {
    const { ask } = resolverOver([
      record('a.example.com.', 'CNAME', ['b.example.com']),
      record('b.example.com.', 'CNAME', ['a.example.com']),
    ]);
    expect(ask('a.example.com', 'A')).toEqual({ code: 'SERVFAIL', answers: [] });
  });
});
