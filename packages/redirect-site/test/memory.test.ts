import { type Declaration, Newest, type RulesMemory, rulesMemory } from '../src';
import { create, update } from './support/driver';
import { Judge, lawOf } from './support/judge';
import { small, worldWithZones } from './support/sites';

const former = small();
const next = small('https://jobs.example.org/');

/** Memories that tell together how often something had to be made. */
function counting() {
  const made = { readings: 0, compilations: 0 };
  const memory = (): RulesMemory => {
    const plain = rulesMemory();
    for (const name of ['readings', 'compilations'] as const) {
      const one: Newest<unknown> = plain[name];
      const find = one.find.bind(one);
      one.find = (key, make) =>
        find(key, () => {
          made[name] += 1;
          return make();
        });
    }
    return plain;
  };
  return { made, memory };
}

describe('over the turns of a create', () => {
  test('rules are read and compiled once, where the process stays warm', async () => {
    const { made, memory } = counting();
    const warm = memory();
    const { turns } = await create(worldWithZones(), former, { memory: () => warm });
    expect(turns).toBeGreaterThan(10);
    expect(made).toEqual({ readings: 1, compilations: 1 });
  });

  test('and again in every turn that wants them, where each has a process of its own', async () => {
    const { made, memory } = counting();
    await create(worldWithZones(), former, { memory });
    expect(made.readings).toBeGreaterThan(5);
    expect(made.compilations).toBeGreaterThan(3);
  });

  test('an update reads and compiles what is new, and knows what is live', async () => {
    const { made, memory } = counting();
    const warm = memory();
    const world = worldWithZones();
    await create(world, former, { memory: () => warm });
    await update(world, next, { memory: () => warm });
    expect(made).toEqual({ readings: 2, compilations: 2 });
  });
});

test('other bytes under the same key are read anew', async () => {
  const warm = rulesMemory();
  const world = worldWithZones();
  const put = ({ Sites }: Declaration) =>
    world.objects.set('rules/site.json', Buffer.from(JSON.stringify({ Sites })));
  const source: Declaration = {
    RulesSource: { Bucket: 'rules', Key: 'site.json' },
    HostedZones: [{ Id: 'ZCOM' }],
  };
  const judge = new Judge(world, lawOf({ former, next }, world.now));
  put(former);
  await create(world, source, { memory: () => warm });
  expect(judge.running()).toEqual(['former']);
  put(next);
  await update(world, { ...source, Comment: 'the object is another now' }, { memory: () => warm });
  expect(judge.running()).toEqual(['next']);
});

describe('of what is remembered', () => {
  const made: string[] = [];
  const newest = new Newest<string>(2);
  const find = (key: string) =>
    newest.find(key, () => {
      made.push(key);
      if (key === 'bad') throw new Error('it cannot be made');
      return `value of ${key}`;
    });

  test('those stay that were asked for last', () => {
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(find(key)).toBe(`value of ${key}`);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  test('nothing stays of what could not be made', () => {
    made.length = 0;
    for (const key of ['bad', 'bad']) expect(() => find(key)).toThrow('it cannot be made');
    expect(made).toEqual(['bad', 'bad']);
  });
});
