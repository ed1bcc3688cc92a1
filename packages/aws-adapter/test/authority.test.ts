import { askAuthority, type Resolver } from '../src/authority';

const zone = {
  id: 'Z1',
  name: 'example.com',
  nameServers: ['ns-1.example.net', 'ns-2.example.net'],
  isPrivate: false,
};
const addresses: Record<string, string> = {
  'ns-1.example.net': '198.51.100.1',
  'ns-2.example.net': '198.51.100.2',
};

const refuse = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), { code });
};
const silent: Resolver = {
  resolve4: refuse('ETIMEOUT'),
  resolve6: refuse('ETIMEOUT'),
  resolveCname: refuse('ETIMEOUT'),
  resolveNs: refuse('ETIMEOUT'),
  resolveTxt: refuse('ETIMEOUT'),
};

/** The default resolver knows the name servers; each of these answers for itself. */
const ask = (servers: Record<string, Partial<Resolver>>) =>
  askAuthority(
    (at) => {
      const address = at?.[0];
      if (address !== undefined) return { ...silent, ...servers[address] };
      const resolve4 = async (name: string): Promise<string[]> => [addresses[name] ?? ''];
      return { ...silent, resolve4: resolve4 as Resolver['resolve4'] };
    },
    async () => 300,
  );

describe('each name server answers for itself', () => {
  test('an old answer on one and a new one on the other', async () => {
    const answers = await ask({
      '198.51.100.1': { resolveCname: async () => ['Old.cloudfront.net.'] },
      '198.51.100.2': { resolveCname: async () => ['new.cloudfront.net'] },
    })(zone, 'a.example.com', 'CNAME');
    expect(answers).toEqual([
      { nameServer: 'ns-1.example.net', values: ['old.cloudfront.net'], ttlSeconds: 300 },
      { nameServer: 'ns-2.example.net', values: ['new.cloudfront.net'], ttlSeconds: 300 },
    ]);
  });

  test.each([
    ['no such name', 'ENOTFOUND', []],
    ['no record of the type', 'ENODATA', []],
    ['no answer in time', 'ETIMEOUT', undefined],
    ['not its zone', 'EREFUSED', undefined],
    ['a fault of its own', 'ESERVFAIL', undefined],
  ])('%s (%s) -> %j', async (_, code, values) => {
    const server = { resolveTxt: refuse(code) };
    const answers = await ask({ '198.51.100.1': server, '198.51.100.2': server })(zone, 'a', 'TXT');
    expect(answers.map((answer) => answer.values)).toEqual([values, values]);
  });

  test('a defect of ours is no silence', async () => {
    const server = { resolveTxt: refuse('ERR_INVALID_ARG_TYPE') };
    await expect(ask({ '198.51.100.1': server })(zone, 'a', 'TXT')).rejects.toThrow('ERR_INVALID_ARG_TYPE');
  });

  test('the chunks of a TXT record are one value', async () => {
    const answers = await ask({ '198.51.100.1': { resolveTxt: async () => [['d1.cloud', 'front.net']] } })(
      zone,
      'a',
      'TXT',
    );
    expect(answers.map((answer) => answer.values)).toEqual([['d1.cloudfront.net'], undefined]);
  });
});
