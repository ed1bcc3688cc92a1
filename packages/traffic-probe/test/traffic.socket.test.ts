import { startTraffic, type TrafficPlan, verdict } from '../src';
import { type TestAuthority, testAuthority } from './support/authority';
import { answerAs, end, type FakeAnswer, type FakeEdge, fakeEdge, type Reply } from './support/fake-edge';
import { type FakeAnswer as FakeDns, type FakeResolver, fakeResolver } from './support/fake-resolver';
import { planFor } from './support/plans';

const name = 'a.example.com';
const one = '203.0.113.10';
const two = '203.0.113.20';
const bothEdges: FakeDns = { addresses: [one, two], ttl: 60 };

let authority: TestAuthority;
let stops: (() => unknown)[];

beforeAll(async () => {
  authority = await testAuthority();
});
beforeEach(() => {
  stops = [];
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
});

interface Network {
  readonly edges: FakeEdge[];
  readonly resolver: FakeResolver;
  readonly traffic: ReturnType<typeof startTraffic>;
}

interface Parts {
  readonly answers?: FakeAnswer[];
  readonly http2?: boolean;
  readonly dns?: (name: string) => FakeDns;
  readonly certificate?: Promise<{ key: string; cert: string }>;
  readonly caPem?: string;
  readonly plan?: TrafficPlan;
}

/** Two edges, a resolver and traffic on `a.example.com`, all healthy unless the test says otherwise. */
async function network(parts: Parts = {}): Promise<Network> {
  const certificate = await (parts.certificate ?? authority.certificateFor('*.example.com'));
  const answers = parts.answers ?? [answerAs('source'), answerAs('source')];
  const edges = await Promise.all(answers.map((answer) => fakeEdge(certificate, answer, parts)));
  const resolver = await fakeResolver(parts.dns ?? (() => bothEdges));
  const [first, second] = edges as [FakeEdge, FakeEdge];
  const traffic = startTraffic(parts.plan ?? planFor(name), {
    routes: { [`${one}:443`]: first.endpoint, [`${two}:443`]: second.endpoint },
    resolver: resolver.endpoint,
    caPem: parts.caPem ?? authority.pem,
    seed: 'socket test',
  });
  stops.push(
    () => resolver.stop(),
    ...edges.map((edge) => edge.stop),
    () => traffic.stop(),
  );
  return { edges, resolver, traffic };
}

async function run({ traffic }: Network, untilMs: number, isDense: (t: number) => boolean = () => false) {
  for (let t = 0; t <= untilMs; t = traffic.dueAt(t, isDense(t))) await traffic.tick(t, isDense(t));
  return verdict(traffic.log);
}

describe('traffic on a healthy network', () => {
  it('reaches every address that DNS gives, over new and kept connections, and fails nowhere', async () => {
    const net = await network();
    const { failed } = await run(net, 3000);
    expect(failed).toBe(0);
    for (const address of [one, two]) {
      for (const connection of ['new', 'kept']) {
        expect(net.traffic.log).toContainEqual(
          expect.objectContaining({ address, connection, side: 'source', status: 200, failed: false }),
        );
      }
    }
  });

  it('carries the name in SNI and Host', async () => {
    const net = await network();
    await run(net, 1000);
    expect(net.edges[0]?.seen).toContainEqual(expect.objectContaining({ sni: name, host: name }));
  });

  it('keeps two connections per name and address beside the new ones, one of them offered HTTP/2', async () => {
    const net = await network();
    await run(net, 5000);
    const requests = net.traffic.log.filter(({ address }) => address === one);
    const fresh = requests.filter(({ connection }) => connection === 'new').length;
    expect(requests.length).toBeGreaterThan(fresh);
    expect(new Set(net.edges[0]?.seen.map(({ connection }) => connection)).size).toBe(fresh + 2);
  });

  it('asks DNS once per time to live of virtual time', async () => {
    const net = await network({ dns: () => ({ addresses: [one], ttl: 2 }) });
    await run(net, 6500);
    expect(net.resolver.asked.length).toBe(4);
  });

  it('writes down what the resolver answered, each time that it was asked', async () => {
    let answer: FakeDns = { addresses: [two, one], ttl: 2 };
    const net = await network({ dns: () => answer });
    await net.traffic.tick(0, false);
    answer = 'nxdomain';
    await net.traffic.tick(1000, false);
    await net.traffic.tick(2000, false);
    expect(net.traffic.lookups).toEqual([
      { t: 0, name, addresses: [one, two], through: [] },
      { t: 2000, name, addresses: [], through: [], error: `DNS answers NXDOMAIN for ${name}` },
    ]);
  });

  it('sees a kept connection change sides', async () => {
    let side = 'source';
    const net = await network({ answers: [(response) => answerAs(side)(response), answerAs('source')] });
    await run(net, 2000);
    side = 'target';
    await net.traffic.tick(3000, false);
    await net.traffic.tick(4000, false);
    await net.traffic.tick(5000, false);
    const after = net.traffic.log.filter(({ t, address }) => t >= 3000 && address === one);
    expect(after.map(({ side: who }) => who)).toEqual(['target', 'target', 'target']);
    expect(new Set(after.map(({ connection }) => connection))).toEqual(new Set(['new', 'kept']));
    expect(verdict(net.traffic.log).finalSide).toEqual({ [name]: 'split' });
  });
});

describe('HTTP/2', () => {
  it('is spoken on part of the new and of the kept connections where the edge offers it', async () => {
    const net = await network({ http2: true });
    const { failed } = await run(net, 20_000);
    expect(failed).toBe(0);
    for (const connection of ['new', 'kept']) {
      for (const protocol of ['h1', 'h2']) {
        expect(net.traffic.log).toContainEqual(
          expect.objectContaining({ address: one, connection, protocol, failed: false }),
        );
      }
    }
    const spoken = net.traffic.log.filter(({ address }) => address === one).map(({ protocol }) => protocol);
    expect(spoken).toEqual(net.edges[0]?.seen.map(({ protocol }) => protocol));
  });

  it('is not spoken where the edge does not offer it', async () => {
    const net = await network();
    await run(net, 5000);
    expect(new Set(net.traffic.log.map(({ protocol }) => protocol))).toEqual(new Set(['h1']));
  });

  it('keeps one connection per address for all names that its certificate covers, as browsers do', async () => {
    const net = await network({ http2: true, plan: planFor(name, 'b.example.com') });
    await run(net, 20_000);
    const kept = new Map<number, Set<string | undefined>>();
    for (const { connection, host, protocol } of net.edges[0]?.seen ?? []) {
      if (protocol === 'h2') kept.set(connection, (kept.get(connection) ?? new Set()).add(host));
    }
    expect([...kept.values()].some((hosts) => hosts.size === 2)).toBe(true);
  });

  it('does not carry a name that the certificate of the connection does not cover', async () => {
    const net = await network({
      http2: true,
      certificate: authority.certificateFor(name),
      plan: planFor(name, 'b.example.com'),
    });
    await run(net, 20_000);
    expect(net.edges[0]?.seen.every(({ sni, host }) => sni === host)).toBe(true);
    const { failures } = verdict(net.traffic.log);
    expect(failures.map((group) => group.name)).toEqual(['b.example.com']);
  });

  it('fails a request whose edge hangs up', async () => {
    const net = await network({
      http2: true,
      answers: Array(2).fill((response: Reply) => response.destroy()),
    });
    await run(net, 20_000);
    expect(net.traffic.log.every(({ failed }) => failed)).toBe(true);
  });
});

describe('a 421', () => {
  /** Refuses connections that were there before `from`, as an edge does whose name has moved to another account. */
  const refusingOld = (): { answer: FakeAnswer; flip(): void } => {
    const old = new Set<number>();
    let isFlipped = false;
    return {
      flip: () => {
        isFlipped = true;
      },
      answer: (response, { connection }) => {
        if (!isFlipped) old.add(connection);
        if (isFlipped && old.has(connection)) end(response, 421);
        else answerAs(isFlipped ? 'target' : 'source')(response);
      },
    };
  };

  it.each([false, true])(
    'on a kept connection is asked once more on a fresh one (HTTP/2: %s)',
    async (http2) => {
      const edges = [refusingOld(), refusingOld()];
      const net = await network({ http2, answers: edges.map(({ answer }) => answer) });
      await run(net, 10_000);
      for (const { flip } of edges) flip();
      for (let t = 10_500; t <= 20_000; t = net.traffic.dueAt(t, false)) await net.traffic.tick(t, false);
      const result = verdict(net.traffic.log);
      const retried = net.traffic.log.filter(({ retried421 }) => retried421);
      // Two kept connections at each of two addresses, each once.
      expect({ failed: result.failed, retried421: result.retried421 }).toEqual({ failed: 0, retried421: 4 });
      expect(
        retried.every(
          ({ connection, side, status }) => connection === 'kept' && side === 'target' && status === 200,
        ),
      ).toBe(true);
    },
  );

  it('is never asked again on another old connection, though that covers the name as well', async () => {
    const edges = [refusingOld(), refusingOld()];
    // Both names open a connection of their own at the first instant, and share the first of them later on.
    const plan = planFor(name, 'b.example.com');
    const net = await network({ http2: true, plan, answers: edges.map(({ answer }) => answer) });
    await run(net, 10_000);
    for (const { flip } of edges) flip();
    for (let t = 10_500; t <= 20_000; t = net.traffic.dueAt(t, false)) await net.traffic.tick(t, false);
    expect(verdict(net.traffic.log)).toMatchObject({ failed: 0, retried421: 8 });
  });

  it('on a fresh connection fails, and is not asked again', async () => {
    const net = await network({
      http2: true,
      answers: Array(2).fill((response: Reply) => end(response, 421)),
    });
    await run(net, 10_000);
    const result = verdict(net.traffic.log);
    expect(result.failed).toBe(result.requests);
    expect(result.retried421).toBe(0);
    const asked = net.traffic.log.filter(({ retried421 }) => retried421);
    expect(asked.filter(({ connection }) => connection === 'new')).toEqual([]);
  });
});

describe('a request fails', () => {
  const errors = async (parts: Parts, untilMs = 1000) => {
    const net = await network(parts);
    await run(net, untilMs);
    expect(net.traffic.log.every(({ failed }) => failed)).toBe(true);
    return [...new Set(net.traffic.log.map(({ error }) => error))];
  };
  const sick = (status: number) => (response: Reply) => end(response, status);

  it('when the name does not exist', async () => {
    expect(await errors({ dns: () => 'nxdomain' })).toEqual([`DNS answers NXDOMAIN for ${name}`]);
  });

  it('when the certificate is for another name', async () => {
    expect(await errors({ certificate: authority.certificateFor('*.cloudfront.net') })).toEqual([
      'TLS: the certificate is for *.cloudfront.net, not for this name',
    ]);
  });

  it('when the certificate is of an authority that nobody trusts', async () => {
    const stranger = await testAuthority();
    expect((await errors({ caPem: stranger.pem }))[0]).toMatch(/^TLS: /);
  });

  it('when nothing listens at the address', async () => {
    expect(await errors({ dns: () => ({ addresses: ['203.0.113.99'], ttl: 60 }) })).toEqual([
      'connection refused: nothing listens at 203.0.113.99:443',
    ]);
  });

  it('when the edge hangs up', async () => {
    const hangUp = (response: Reply) => void response.destroy();
    expect(await errors({ answers: [hangUp, hangUp] })).toEqual(['connection: ECONNRESET']);
  });

  it.each([
    [403, /^403/],
    [421, /^421/],
    [502, /^502 from neither side/],
  ])('when the edge answers %d', async (status, reason) => {
    expect((await errors({ answers: [sick(status), sick(status)] }))[0]).toMatch(reason);
  });
});

describe('holes planted in the network', () => {
  const isDense = (t: number): boolean => t > 10_000;

  it('are all seen when they are as long as the report says', async () => {
    let now = 0;
    let holes: { from: number; to: number }[] = [];
    const answer = (response: Reply) =>
      holes.some(({ from, to }) => now >= from && now < to)
        ? end(response, 403)
        : answerAs(now < 15_000 ? 'source' : 'target')(response);
    const net = await network({ answers: [answer, answerAs('source')] });
    const runOnce = async (traffic: Network['traffic']) => {
      for (now = 0; now <= 20_000; now = traffic.dueAt(now, isDense(now)))
        await traffic.tick(now, isDense(now));
      return verdict(traffic.log);
    };
    const calm = await runOnce(net.traffic);
    expect(calm).toMatchObject({
      failed: 0,
      shortestVisibleHoleMs: 500,
      shortestVisibleHoleNearChangeMs: 100,
    });

    holes = [
      ...plant(8, 300, 1117, calm.shortestVisibleHoleMs),
      ...plant(20, 13_050, 187 + 100, calm.shortestVisibleHoleNearChangeMs ?? 0),
    ].filter(({ to }) => to < 17_000);
    const again = await network({ answers: [answer, answerAs('source')] });
    await runOnce(again.traffic);
    const failedAt = again.traffic.log.filter(({ failed }) => failed).map(({ t }) => t);
    const missed = holes.filter(({ from, to }) => !failedAt.some((t) => t >= from && t < to));
    expect({ planted: holes.length, missed }).toEqual({ planted: 22, missed: [] });
  });

  const plant = (count: number, first: number, everyMs: number, length: number) =>
    Array.from({ length: count }, (_, i) => first + i * everyMs).map((from) => ({ from, to: from + length }));
});
