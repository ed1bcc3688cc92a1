import type { Resolver } from '../src/authority';
import { questionFor, ttlIn } from '../src/dns-over-tcp';
import { findAuthority } from '../src/zone-cut';

const nothing = async (): Promise<never> => {
  throw Object.assign(new Error('ENODATA'), { code: 'ENODATA' });
};
const refused = async (): Promise<never> => {
  throw Object.assign(new Error('ESERVFAIL'), { code: 'ESERVFAIL' });
};

/** What public DNS says, by name; a name that is not here has nothing. */
const publicDns = (
  names: Record<string, { ns?: string[]; cname?: string; silent?: true }>,
): Pick<Resolver, 'resolveCname' | 'resolveNs'> => ({
  resolveCname: async (name) => {
    const { silent, cname } = names[name] ?? {};
    if (silent) return refused();
    return cname === undefined ? nothing() : [cname];
  },
  // A resolver follows a CNAME, and answers what it finds there.
  resolveNs: async (name) => names[names[name]?.cname ?? name]?.ns ?? nothing(),
});
const find = (names: Parameters<typeof publicDns>[0], name: string) =>
  findAuthority(() => publicDns(names) as Resolver)(name);

describe('the zone around a name', () => {
  const zones = { 'example.com': { ns: ['NS-2.example.net.', 'ns-1.example.net'] }, com: { ns: ['a.gtld'] } };
  const nameServers = ['ns-1.example.net', 'ns-2.example.net'];

  test.each([
    ['is found from the name upwards', 'a.b.example.com'],
    ['may begin at the name itself', 'example.com'],
    ['is that of its parent for a wildcard', '*.example.com'],
  ])('%s', async (_, name) => {
    expect(await find(zones, name)).toEqual({ name: 'example.com', nameServers });
  });

  test('is not the zone that its CNAME leads to', async () => {
    const names = {
      ...zones,
      'www.example.com': { cname: 'example.org' },
      'example.org': { ns: ['ns.org'] },
    };
    expect(await find(names, 'www.example.com')).toEqual({ name: 'example.com', nameServers });
  });

  test('is never a top-level domain', async () => {
    expect(await find(zones, 'nobody-has.com')).toBeUndefined();
  });

  test('is not known where a question gets no answer: the next one up may be another', async () => {
    expect(await find({ ...zones, 'b.example.com': { silent: true } }, 'a.b.example.com')).toBeUndefined();
  });
});

describe('the TTL of a CNAME', () => {
  /** Type, class, TTL, length, data, after a pointer to the question's name. */
  const answer = (type: number, ttlSeconds: number, data: number[]): Buffer => {
    const head = Buffer.alloc(12);
    head.writeUInt16BE(0xc00c, 0);
    head.writeUInt16BE(type, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt32BE(ttlSeconds, 6);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, Buffer.from(data)]);
  };
  const reply = (...answers: Buffer[]): Buffer => {
    const question = questionFor('www.example.com');
    question.writeUInt16BE(answers.length, 6);
    return Buffer.concat([question, ...answers]);
  };

  test('is read from the answer, past records of other types', () => {
    expect(ttlIn(reply(answer(46, 60, [1, 2, 3]), answer(5, 300, [0])))).toBe(300);
  });

  test('is not known where there is none', () => {
    expect(ttlIn(reply())).toBeUndefined();
  });
});
