import type { Declaration } from '../src';
import { create, update } from './support/driver';
import { Judge, lawOf } from './support/judge';
import { rules, worldWithZones } from './support/sites';
import { summaryOf } from './support/summary';
import type { World } from './support/world';

const former = rules();
const next = rules({ to: 'https://jobs.example.org/' });

async function deployed() {
  const world = worldWithZones();
  const judge = new Judge(world, lawOf({ former, next }, world.now));
  await create(world, former);
  world.calls.length = 0;
  return { world, judge };
}

describe('an update of one rule', () => {
  test('is live when it is done, and viewers met nothing else on the way', async () => {
    const { world, judge } = await deployed();
    expect(await update(world, next)).toMatchObject({ kind: 'succeeded' });
    expect(judge.running()).toEqual(['next']);
    expect(judge.complaints).toEqual([]);
  });

  test('writes the items of that rule alone, and reads none: the journal knows what they are', async () => {
    const { world } = await deployed();
    const written: number[] = [];
    const store = world.stores;
    const original = store.update.bind(store);
    store.update = (arn, batch, etag) => {
      written.push(batch.puts.size + batch.deletes.length);
      return original(arn, batch, etag);
    };
    await update(world, next);
    expect(world.count('stores.items')).toBe(0);
    // Two hosts' records and the one they share; then both records alone, and what they shared before.
    expect(written.length).toBeLessThanOrEqual(3);
    expect(written.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(8);
  });

  test('asks for no certificate and edits no distribution', async () => {
    const { world } = await deployed();
    await update(world, next);
    for (const call of ['certificates.request', 'distributions.edit', 'dns.change'])
      expect(world.count(call)).toBe(0);
  });

  test('publishes nothing where only a note has changed', async () => {
    const { world } = await deployed();
    const noted: Declaration = { ...former, Comment: 'as before' };
    expect(await update(world, noted)).toMatchObject({ kind: 'succeeded' });
    for (const call of ['stores.update', 'functions.update', 'functions.publish'])
      expect(world.count(call)).toBe(0);
  });

  test('mends what somebody else has written, although the rules are the same', async () => {
    const { world, judge } = await deployed();
    const before = summaryOf(world);
    const [store] = world.stores.kept.values();
    for (const key of [...store!.items.keys()]) if (key.startsWith('h:www')) store!.items.set(key, '1\n');
    store!.items.set('h:stranger.example.com', '1\n');
    store!.revision += 1;
    expect(await update(world, { ...former, Comment: 'mend it' })).toMatchObject({ kind: 'succeeded' });
    expect(judge.running()).toEqual(['former']);
    expect(summaryOf(world)).toEqual(before);
  });

  test('is taken back by an update with the former rules, which leaves the world as it was', async () => {
    const { world, judge } = await deployed();
    const before = summaryOf(world);
    await update(world, next);
    expect(await update(world, former)).toMatchObject({ kind: 'succeeded' });
    expect(judge.running()).toEqual(['former']);
    expect(judge.complaints).toEqual([]);
    expect(summaryOf(world)).toEqual(before);
  });
});

describe('an update that is refused', () => {
  const lie = { Url: 'https://www.example.com/jobs', Expect: 'https://elsewhere.example.org/' };
  const bad: [string, Declaration, RegExp][] = [
    [
      'whose test fails: with the request, what was expected and what came',
      rules({ tests: [lie] }),
      /^Nothing was changed\. Sites\[0\]\.Tests\[0\].*: GET https:\/\/www\.example\.com\/jobs expected https:\/\/elsewhere\.example\.org\/, got 301 https:\/\/careers\.example\.org\/\.$/,
    ],
    [
      'with a mistake in a rule: with its property, and what to write',
      rules({ to: 'careers.example.org' }),
      /^Nothing was changed\. Sites\[0\]\.Rules\[1\]\.To: .+ .+/,
    ],
    [
      'with rules and a source of rules',
      { ...former, RulesSource: { Bucket: 'b', Key: 'k' } },
      /^Nothing was changed\. RulesSource: Sites would be read from b\/k as well\. Leave out one of the two\.$/,
    ],
    [
      'with a source that is not there',
      { RulesSource: { Bucket: 'b', Key: 'k' } },
      /^Nothing was changed\. RulesSource: s3:\/\/b\/k cannot be found\. Upload the rules first, and name the version\.$/,
    ],
    [
      'with a zone that is not there',
      { ...next, HostedZones: [{ Id: 'ZGONE' }] },
      /^Nothing was changed\. HostedZones: there is no zone ZGONE in this account\.$/,
    ],
    [
      'with a certificate that covers too little',
      { ...next, CertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/2' },
      /^Nothing was changed\. CertificateArn: the certificate does not cover www\.example\.com, old\.example\.net\./,
    ],
    [
      'that names another distribution',
      { ...next, Distribution: { Id: 'E1' } },
      /^Nothing was changed\. Distribution cannot be changed/,
    ],
  ];

  test.each(bad)('%s', async (_, declared, says) => {
    const { world, judge } = await deployed();
    world.certificates.add(['example.com']);
    const before = summaryOf(world);
    expect(await update(world, declared)).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(says),
    });
    expect(summaryOf(world)).toEqual(before);
    expect(world.calls.filter((call) => /update|publish|change|edit|request|create/.test(call))).toEqual([]);
    expect(judge.running()).toEqual(['former']);
  });

  test('by a test at the edge: what was staged is swept, and the next update is as good as any', async () => {
    const { world, judge } = await deployed();
    const before = summaryOf(world);
    world.functions.testFails = 'TypeError: cannot read property "get" of undefined';
    expect(await update(world, next)).toMatchObject({
      kind: 'failed',
      code: 'InvalidRequest',
      message: expect.stringMatching(
        /^The site still answers by generation 1\. GET https:.* the function failed: TypeError/,
      ),
    });
    expect(world.count('functions.publish')).toBe(0);
    expect(summaryOf(world)).toEqual(before);
    expect(judge.complaints).toEqual([]);
    world.functions.testFails = undefined;
    expect(await update(world, next)).toMatchObject({ kind: 'succeeded' });
    expect(judge.running()).toEqual(['next']);
  });
});

describe('an update that went back, and is tried again', () => {
  const wentBack = async () => {
    const { world, judge } = await deployed();
    world.functions.testFails = 'TypeError';
    await update(world, next);
    world.functions.testFails = undefined;
    return { world, judge };
  };
  const firstWriteOf = async (world: World): Promise<number> => {
    const other = world.branch();
    await update(other, next);
    return other.calls.indexOf('parameters.put', world.calls.length);
  };

  test.each(['lost', 'throttled', 'kill after'] as const)(
    'is tried again also where its first journal is %s',
    async (kind) => {
      const { world, judge } = await wentBack();
      world.faults.set(await firstWriteOf(world), kind);
      expect(await update(world, next)).toMatchObject({ kind: 'succeeded' });
      expect(judge.running()).toEqual(['next']);
    },
  );

  test('is not where the answer that tells of its failure is lost: that is given again', async () => {
    const { world } = await deployed();
    world.functions.testFails = 'TypeError';
    const other = world.branch();
    other.functions.testFails = world.functions.testFails;
    await update(other, next);
    world.faults.set(other.calls.lastIndexOf('parameters.put'), 'kill after');
    expect(await update(world, next)).toMatchObject({ kind: 'failed', code: 'InvalidRequest' });
    expect(world.count('functions.test')).toBe(other.count('functions.test'));
  });
});
