import type { Declaration } from '../src';
import { create, remove, update } from './support/driver';
import { throttled } from './support/fault';
import { worldWithZones } from './support/sites';
import { summaryOf } from './support/summary';
import { digestOf, type World } from './support/world';

const COUNT = 1500;

/** A rule file in S3; the last rule leads where it is said. */
const file = (last: string) =>
  JSON.stringify({
    Sites: [
      {
        Hosts: ['www.example.com'],
        Rules: Array.from({ length: COUNT }, (_, at) => ({
          Id: `r${at}`,
          Match: `/archive/${digestOf(String(at)).slice(0, 16)}`,
          To: at === COUNT - 1 ? last : `https://www.example.org/${digestOf(`to ${at}`).slice(0, 24)}`,
        })),
      },
    ],
  });

const texts = { former: file('https://www.example.org/former'), next: file('https://www.example.org/next') };

const source = (key: keyof typeof texts): Declaration => ({
  RulesSource: { Bucket: 'rules', Key: key, Sha256: digestOf(texts[key]) },
  HostedZones: [{ Id: 'ZCOM' }],
  TestAtEdge: 'PerRule',
});

function worldWithRules(): World {
  const world = worldWithZones();
  for (const [key, text] of Object.entries(texts)) world.objects.set(`rules/${key}`, Buffer.from(text));
  return world;
}

describe(`a site of ${COUNT} rules in S3`, () => {
  let deployed: World;
  let updated: World;
  beforeAll(async () => {
    deployed = worldWithRules();
    expect(await create(deployed, source('former'))).toMatchObject({ kind: 'succeeded' });
    updated = deployed.copy();
    await update(updated, source('next'));
  }, 60_000);

  test('has its items written in batches of fifty, and asks CloudFront for a spread of its rules', () => {
    const [store] = deployed.stores.kept.values();
    expect(deployed.count('stores.update')).toBe(Math.ceil(store!.items.size / 50));
    expect(deployed.count('stores.items')).toBe(0);
    expect(deployed.count('functions.test')).toBe(200);
  });

  test('keeps no rules in its journal', () => {
    const sizes = [...deployed.parameters.values.values()].map((value) => value.length);
    expect(Math.max(...sizes)).toBeLessThan(3000);
    expect(sizes.length).toBe(2);
  });

  test('goes on where a turn has stopped for its time, without reading what it wrote', async () => {
    const world = worldWithRules();
    const { stores } = world;
    const original = stores.update.bind(stores);
    stores.update = (arn, batch, etag) => {
      world.now += 25_000;
      return original(arn, batch, etag);
    };
    expect(await create(world, source('former'))).toMatchObject({ kind: 'succeeded' });
    expect(summaryOf(world)).toEqual(summaryOf(deployed));
    expect(world.count('stores.items')).toBe(0);
  }, 60_000);

  test('goes on where CloudFront takes no more for a while: no test is asked twice, no item read', async () => {
    const world = worldWithRules();
    const { stores, functions } = world;
    let refused = 0;
    let calls = 0;
    const counted = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => {
      return async (...args: A): Promise<R> => {
        if (++calls % 20 > 0) return call(...args);
        refused += 1;
        throw throttled();
      };
    };
    stores.update = counted(stores.update.bind(stores));
    functions.test = counted(functions.test.bind(functions));
    expect(await create(world, source('former'))).toMatchObject({ kind: 'succeeded' });
    expect(refused).toBeGreaterThan(5);
    expect(calls).toBe(deployed.count('stores.update') + 200 + refused);
    expect(world.count('stores.items')).toBe(0);
  }, 60_000);

  test('is read where somebody else has written, and mended by the next update', async () => {
    const world = deployed.copy();
    const [store] = world.stores.kept.values();
    const [bucket] = [...store!.items.keys()].filter((key) => key.startsWith('b:'));
    store!.items.set(bucket!, 'rubbish');
    store!.items.set('h:stranger.example.com', '1\n!x');
    store!.revision += 1;
    expect(await update(world, source('next'))).toMatchObject({ kind: 'succeeded' });
    expect(world.count('stores.items')).toBeGreaterThan(0);
    expect(summaryOf(world)).toEqual(summaryOf(updated));
  }, 60_000);

  test('is read where the former rules are not to be had any more', async () => {
    const world = deployed.copy();
    world.objects.delete('rules/former');
    expect(await update(world, source('next'))).toMatchObject({ kind: 'succeeded' });
    expect(summaryOf(world)).toEqual(summaryOf(updated));
  }, 60_000);

  test('is deleted although its rules are not to be had any more', async () => {
    const world = deployed.copy();
    world.objects.clear();
    expect(await remove(world)).toMatchObject({ kind: 'succeeded' });
    expect(world.stores.kept.size).toBe(0);
  });
});

test('an object that is not the declared one is refused with both digests', async () => {
  const world = worldWithRules();
  world.objects.set('rules/next', Buffer.from('Sites: []'));
  expect(await create(world, source('next'))).toMatchObject({
    kind: 'failed',
    message: `Nothing was changed. RulesSource.Sha256: s3://rules/next has ${digestOf('Sites: []')}, and ${digestOf(texts.next)} was declared. Name the version that was meant.`,
  });
});

test('a mistake in an object is refused with its line', async () => {
  const world = worldWithZones();
  world.objects.set(
    'rules/bad',
    Buffer.from('Sites:\n- Hosts: [www.example.com]\n  Rules:\n  - To: nowhere\n'),
  );
  const declared: Declaration = { RulesSource: { Bucket: 'rules', Key: 'bad' } };
  expect(await create(world, declared)).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/^Nothing was changed\. s3:\/\/rules\/bad:4:9: /),
  });
});
