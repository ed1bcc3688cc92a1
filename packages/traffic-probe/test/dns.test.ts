import { addressesIn } from '../src/dns/answer';
import { dnsCache } from '../src/dns/cache';

const record = (type: string, ttl: number, data: string) => ({ type, name: 'a.example.com', ttl, data });
const reply = (...answers: ReturnType<typeof record>[]) => ({ rcode: 'NOERROR', flag_tc: false, answers });

describe('an answer of the resolver', () => {
  it('is believed for the shortest time to live of its chain', () => {
    const chain = reply(record('CNAME', 300, 'd1.cloudfront.net'), record('A', 60, '203.0.113.10'));
    expect(addressesIn('a.example.com', chain)).toEqual({
      addresses: ['203.0.113.10'],
      ttlSeconds: 60,
      through: ['d1.cloudfront.net'],
    });
  });

  it('gives every address once and in one order, however it was rotated', () => {
    const rotated = reply(record('A', 60, '203.0.113.20'), record('A', 60, '203.0.113.10'));
    expect(addressesIn('a.example.com', rotated).addresses).toEqual(['203.0.113.10', '203.0.113.20']);
  });

  test.each([
    ['the name does not exist', { ...reply(), rcode: 'NXDOMAIN' }, 'DNS answers NXDOMAIN for a.example.com'],
    ['it has no address', reply(record('CNAME', 60, 'b.example.com')), /gives no address/],
    ['it was cut off', { ...reply(), flag_tc: true }, /truncated/],
  ])('is a failure when %s', (_, answer, message) => {
    expect(() => addressesIn('a.example.com', answer)).toThrow(message);
  });
});

describe('the memory of names', () => {
  const counting = (ttlSeconds: number) => {
    const asked: string[] = [];
    const cache = dnsCache(async (name) => {
      asked.push(name);
      return { addresses: [`203.0.113.${asked.length}`], ttlSeconds };
    });
    return { asked, cache };
  };

  it('keeps a name until its time to live has passed in virtual time', async () => {
    const { cache, asked } = counting(60);
    expect(await cache.addressesOf('a.example.com', 0)).toEqual(['203.0.113.1']);
    expect(await cache.addressesOf('a.example.com', 59_999)).toEqual(['203.0.113.1']);
    expect(await cache.addressesOf('a.example.com', 60_000)).toEqual(['203.0.113.2']);
    expect(asked.length).toBe(2);
  });

  it('asks every time when the time to live is 0', async () => {
    const { cache, asked } = counting(0);
    await cache.addressesOf('a.example.com', 0);
    await cache.addressesOf('a.example.com', 0);
    expect(asked.length).toBe(2);
  });

  it('remembers no failure', async () => {
    let calls = 0;
    const cache = dnsCache(async () => {
      calls += 1;
      if (calls === 1) throw new Error('lost');
      return { addresses: ['203.0.113.10'], ttlSeconds: 60 };
    });
    await expect(cache.addressesOf('a.example.com', 0)).rejects.toThrow('lost');
    expect(await cache.addressesOf('a.example.com', 0)).toEqual(['203.0.113.10']);
  });
});
