import { Agent } from 'node:https';
import type { Knobs } from '../../src/world/knobs';
import { aliases } from './served';
import { far, near, type Stand, type StandOptions, startStand } from './stand';

/**
 * What is known of CloudFront's edges while an alias moves, one test for each fact, over real sockets. In brackets,
 * how it is known: documented by AWS, observed by others in the field, or inferred from both.
 */

let stand: Stand;
let stops: (() => unknown)[];

beforeEach(() => {
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) stop();
  await stand.stop();
});

const start = async (options?: StandOptions): Promise<void> => {
  stand = await startStand(options);
};

/** One connection of each kind, kept open: asks for a host, tells status and side. */
async function keptConnections(serverName: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const http2 = await stand.http2(serverName);
  stops.push(http2.close, () => agent.destroy());
  const shown = (status: number, side: unknown) => [status, side].filter((each) => each !== undefined);
  return {
    async h1(host: string) {
      const { status, headers } = await stand.ask({ host, serverName, agent });
      return shown(status, headers['x-migration']);
    },
    async h2(host: string) {
      const { status, headers } = await http2.ask(host);
      return shown(status, headers['x-migration']);
    },
  };
}

describe('the distribution is chosen', () => {
  test('by the Host alone, not by the address that DNS gave [documented]', async () => {
    await start();
    stand.serve([stand.distribution('source', aliases('a.example.com'))]);
    expect(await stand.sideOf({ address: near, host: 'a.example.com' })).toBe('source account');
    expect(await stand.sideOf({ address: far, host: 'a.example.com' })).toBe('source account');
  });

  test('by the Host alone, not by the SNI [observed]', async () => {
    await start();
    stand.serve([
      stand.distribution('source', aliases('a.example.com')),
      stand.distribution('target', aliases('b.example.com')),
    ]);
    expect(await stand.sideOf({ host: 'b.example.com', serverName: 'a.example.com' })).toBe('target account');
  });

  test('by the more specific name, whatever distribution the DNS record names [documented]', async () => {
    await start();
    stand.serve([
      stand.distribution('source', aliases('a.example.com')),
      stand.distribution('target', aliases('*.example.com')),
    ]);
    expect(await stand.sideOf({ host: 'a.example.com' })).toBe('source account');
    expect(await stand.sideOf({ host: 'b.example.com' })).toBe('target account');
  });

  test('by an alias wildcard at any depth, where a certificate wildcard covers one label [documented]', async () => {
    await start();
    stand.serve([stand.distribution('target', aliases('*.example.com'))]);
    expect(await stand.sideOf({ host: 'x.y.example.com', serverName: 'a.example.com' })).toBe(
      'target account',
    );
    await expect(stand.ask({ host: 'x.y.example.com' })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('at each edge from its own view, so that two may differ for a while [documented]', async () => {
    await start();
    stand.serve([stand.distribution('source', aliases('a.example.com'))], [near]);
    stand.serve([stand.distribution('target', aliases('a.example.com'))], [far]);
    expect(await stand.sideOf({ address: near, host: 'a.example.com' })).toBe('source account');
    expect(await stand.sideOf({ address: far, host: 'a.example.com' })).toBe('target account');
  });
});

describe('a name that nobody claims', () => {
  test('gets 403 “The request could not be satisfied” [documented]', async () => {
    await start();
    const { status, body } = await stand.ask({ scheme: 'http', host: 'a.example.com' });
    expect({ status, body }).toEqual({
      status: 403,
      body: expect.stringContaining('The request could not be satisfied'),
    });
  });

  test('is shown CloudFront’s own certificate, which does not cover it [inferred]', async () => {
    await start();
    await expect(stand.ask({ host: 'a.example.com' })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      message: expect.stringContaining('*.cloudfront.net'),
    });
  });

  test('on a disabled distribution is refused with 403, even below a wildcard [inferred]', async () => {
    await start();
    stand.serve([
      stand.distribution('source', { ...aliases('a.example.com'), Enabled: false }),
      stand.distribution('target', aliases('*.example.com')),
    ]);
    expect(await stand.ask({ host: 'a.example.com' })).toMatchObject({ status: 403 });
  });
});

describe('a kept connection, HTTP/1.1 and HTTP/2 alike', () => {
  const flip = (): void => {
    stand.serve([stand.distribution('source'), stand.distribution('target', aliases('a.example.com'))]);
  };
  const atFlip = async (frontingRule: Knobs['frontingRule']) => {
    await start({ knobs: { frontingRule } });
    stand.serve([stand.distribution('source', aliases('a.example.com')), stand.distribution('target')]);
    const { h1, h2 } = await keptConnections('a.example.com');
    const before = [await h1('a.example.com'), await h2('a.example.com')];
    flip();
    return { before, after: [await h1('a.example.com'), await h2('a.example.com')] };
  };

  test('goes on without a gap at a flip between accounts, under the certificate it began with [observed]', async () => {
    expect(await atFlip('current')).toEqual({
      before: [
        [200, 'source account'],
        [200, 'source account'],
      ],
      after: [
        [200, 'target account'],
        [200, 'target account'],
      ],
    });
  });

  test('gets 421 at a flip between accounts under the text of 2023, until it is opened anew [documented]', async () => {
    expect(await atFlip('legacy2023')).toEqual({
      before: [
        [200, 'source account'],
        [200, 'source account'],
      ],
      after: [[421], [421]],
    });
    expect(await stand.sideOf({ host: 'a.example.com' })).toBe('target account');
  });

  test('carries requests for other names of the same account [documented]', async () => {
    await start();
    stand.serve([stand.distribution('source', aliases('a.example.com', 'c.example.com'))]);
    const { h1, h2 } = await keptConnections('a.example.com');
    expect([await h1('c.example.com'), await h2('c.example.com')]).toEqual([
      [200, 'source account'],
      [200, 'source account'],
    ]);
  });

  test('carries requests for names of others that its certificate covers [documented]', async () => {
    await start();
    stand.serve([
      stand.distribution('source', aliases('a.example.com')),
      stand.distribution('target', aliases('b.example.com')),
    ]);
    const { h1, h2 } = await keptConnections('a.example.com');
    expect([await h1('b.example.com'), await h2('b.example.com')]).toEqual([
      [200, 'target account'],
      [200, 'target account'],
    ]);
  });

  test('gets 421 for a name of another account that its certificate does not cover [documented]', async () => {
    await start();
    stand.serve([
      stand.distribution('source', aliases('a.example.com')),
      stand.distribution('target', aliases('c.example.com')),
    ]);
    const { h1, h2 } = await keptConnections('a.example.com');
    expect([await h1('c.example.com'), await h2('c.example.com')]).toEqual([[421], [421]]);
  });

  test.each(['current', 'legacy2023'] as const)('without SNI is accepted (%s) [documented]', async (rule) => {
    await start({ knobs: { frontingRule: rule } });
    stand.serve([stand.distribution('source', { ...aliases('a.example.com') })]);
    expect(await stand.sideOf({ host: 'a.example.com', serverName: '', lax: true })).toBe('source account');
  });
});
