import { isOfHost } from '@cutover/redirect-rules';
import type { Declaration, ItemBatch } from '../src';
import { create, update } from './support/driver';
import { worldWithZones } from './support/sites';
import { digestOf, type World } from './support/world';

const COUNT = 2000;
const KEYS_PER_CALL = 50;

const rulesTo = (last: string): Declaration => ({
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
  HostedZones: [{ Id: 'ZCOM' }],
  TestAtEdge: 'PerRule',
});
const former = rulesTo('https://www.example.org/former');
const next = rulesTo('https://www.example.org/next');

interface Written {
  /** Keys, each as often as it was put or deleted. */
  readonly keys: string[];
  readonly calls: number;
  /** Of ListKeys. */
  readonly readings: number;
  /** Keys whose items are not what they were. */
  readonly differing: string[];
}

const itemsIn = (world: World): Map<string, string> =>
  new Map([...world.stores.kept.values()].flatMap(({ items }) => [...items]));

async function written(world: World, operation: () => Promise<unknown>): Promise<Written> {
  const { stores } = world;
  const keys: string[] = [];
  const before = itemsIn(world);
  const original = stores.update.bind(stores);
  stores.update = (arn, batch: ItemBatch, etag) => {
    keys.push(...batch.puts.keys(), ...batch.deletes);
    return original(arn, batch, etag);
  };
  world.calls.length = 0;
  expect(await operation()).toMatchObject({ kind: 'succeeded' });
  stores.update = original;
  const after = itemsIn(world);
  const all = new Set([...before.keys(), ...after.keys()]);
  const differing = [...all].filter((key) => before.get(key) !== after.get(key));
  return { keys, calls: world.count('stores.update'), readings: world.count('stores.items'), differing };
}

describe(`what ${COUNT} redirects cost in calls of UpdateKeys, of which one key a redirect takes ${COUNT / KEYS_PER_CALL}`, () => {
  const world = worldWithZones();
  let made: Written;
  let changed: Written;
  let takenBack: Written;
  let deployed: Map<string, string>;
  beforeAll(async () => {
    made = await written(world, () => create(world, former));
    deployed = itemsIn(world);
    changed = await written(world, () => update(world, next));
    takenBack = await written(world, () => update(world, former));
  }, 120_000);

  test('a create writes each item once, in a tenth of those calls', () => {
    expect(made.keys.sort()).toEqual([...deployed.keys()].sort());
    expect(made.calls).toBe(Math.ceil(deployed.size / KEYS_PER_CALL));
    expect(made.calls).toBeLessThanOrEqual(COUNT / KEYS_PER_CALL / 10);
  });

  test.each([
    ['a change of one rule', () => changed],
    ['its rollback', () => takenBack],
  ])('%s writes the items that it touches alone, in three calls, and reads none', (_, end) => {
    const { keys, calls, readings, differing } = end();
    const others = [...new Set(keys)].filter((key) => !differing.includes(key));
    // What the host's record leads to as long as both generations run: it comes, and goes again.
    expect(others).toEqual([expect.stringMatching(/^r:/)]);
    // That and the record are written twice, and a bucket and its page come while those of before go.
    expect([differing.length, keys.length]).toEqual([5, 8]);
    expect([calls, readings]).toEqual([3, 0]);
  });

  test('a rollback leaves the items of before; only the generation in the record is another', () => {
    const withoutGeneration = (items: ReadonlyMap<string, string>): [string, string][] =>
      [...items]
        .map(([key, value]): [string, string] => [key, isOfHost(key) ? value.slice(6) : value])
        .sort();
    expect(withoutGeneration(itemsIn(world))).toEqual(withoutGeneration(deployed));
  });
});
