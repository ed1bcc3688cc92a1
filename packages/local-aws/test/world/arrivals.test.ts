import { advance, nextChangeAt } from '../../src/world/advance';
import { copyOf } from '../../src/world/copy';
import type { World } from '../../src/world/world';
import { makeStore } from '../key-value-stores/stores';
import { code } from '../support/entities';
import { ask, emptyCloud, told } from '../world/cloud';

const valuesAt = (world: World, id: string, key: string) =>
  world.edges.map(({ stores }) => stores.get(id)?.get(key));

/** Lets time pass change by change. @returns what `look` saw, each time that it was something else */
function watch<T>(world: World, look: () => T): T[] {
  const seen = [look()];
  for (let at = nextChangeAt(world); at !== undefined; at = nextChangeAt(world)) {
    advance(world, at);
    const now = look();
    if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
  }
  return seen;
}

describe('items of a key value store', () => {
  test('reach each edge after a time of its own [documented: eventually]', () => {
    const store = makeStore();
    store.update({ a: '1' });
    const seen = watch(store.world, () => valuesAt(store.world, store.id, 'a').filter(Boolean).length);
    expect(seen).toEqual([0, 1, 2, 3]);
  });

  test('reach an edge in the order in which they were written [inferred]', () => {
    const store = makeStore();
    const [first] = store.world.edges;
    const written = ['1', '2', '3', '4', '5', '6'];
    for (const value of written) store.update({ a: value });
    store.update({ b: '1' }, ['a']);
    const seen = watch(store.world, () => first!.stores.get(store.id)?.get('a') ?? 'none');
    const inOrder = ['none', ...written].filter((value) => seen.includes(value));
    expect(seen).toEqual([...inOrder, 'none']);
    expect(valuesAt(store.world, store.id, 'b')).toEqual(['1', '1', '1']);
  });

  test('are of one batch: an edge has all of it or nothing [inferred]', () => {
    const store = makeStore();
    store.update({ a: '1', b: '1' });
    store.update({ a: '2', b: '2' });
    const torn = () =>
      store.world.edges.some(({ stores }) => {
        const items = stores.get(store.id);
        return items?.get('a') !== items?.get('b');
      });
    expect(watch(store.world, torn)).toEqual([false]);
  });

  test('go from the edges when their store goes', () => {
    const store = makeStore();
    store.update({ a: '1' });
    advance(store.world, store.world.now + 60_000);
    const { ETag } = told<{ ETag: string }>(ask(store.world, 'DescribeKeyValueStore', { Name: 'rules' }));
    told(ask(store.world, 'DeleteKeyValueStore', { Name: 'rules', IfMatch: ETag }));
    expect(valuesAt(store.world, store.id, 'a')).toEqual(['1', '1', '1']);
    advance(store.world, store.world.now + 60_000);
    expect(valuesAt(store.world, store.id, 'a')).toEqual([undefined, undefined, undefined]);
  });

  test('in a copy of the world are its own', () => {
    const store = makeStore();
    store.update({ a: '1' });
    const copy = copyOf(store.world);
    advance(copy, copy.now + 60_000);
    store.world.storeItems.get(store.id)?.items.set('b', '2');
    expect(valuesAt(store.world, store.id, 'a')).toEqual([undefined, undefined, undefined]);
    expect(valuesAt(copy, store.id, 'a')).toEqual(['1', '1', '1']);
    expect(copy.storeItems.get(store.id)?.items.has('b')).toBe(false);
  });
});

describe('the code of a function', () => {
  const arn = 'arn:aws:cloudfront::636696000000:function/one';
  const published = (world: World, text: string, IfMatch?: string): string => {
    const input = {
      Name: 'one',
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      FunctionCode: code(text),
      IfMatch,
    };
    const { ETag } = told<{ ETag: string }>(ask(world, IfMatch ? 'UpdateFunction' : 'CreateFunction', input));
    told(ask(world, 'PublishFunction', { Name: 'one', IfMatch: ETag }));
    return ETag;
  };
  const codesAt = (world: World) =>
    world.edges.map(({ functions }) => new TextDecoder().decode(functions.get(arn)?.code));

  test('that is published runs at each edge after a time of its own, the one before until then [inferred]', () => {
    const world = emptyCloud();
    const etag = published(world, 'one');
    advance(world, world.now + 60_000);
    expect(codesAt(world)).toEqual(['one', 'one', 'one']);
    published(world, 'two', etag);
    expect(watch(world, () => codesAt(world).filter((each) => each === 'two').length)).toEqual([0, 1, 2, 3]);
  });

  test('may be at an edge before the items that it is to read, and after them at another [inferred]', () => {
    const store = makeStore(emptyCloud({ edgeCount: 20 }));
    store.update({ a: '1' });
    published(store.world, 'x');
    const first = new Map<string, string>();
    watch(store.world, () => {
      for (const { name, functions, stores } of store.world.edges) {
        const [hasCode, hasItems] = [functions.has(arn), stores.get(store.id)?.has('a') === true];
        if (!first.has(name) && hasCode !== hasItems) first.set(name, hasCode ? 'code' : 'items');
      }
    });
    expect(new Set(first.values())).toEqual(new Set(['code', 'items']));
  });

  test('is DEPLOYED when all edges run it, those too that are not modelled', () => {
    const world = emptyCloud();
    published(world, 'one');
    const { liveEverywhereAt = 0 } = world.functions.get(arn)!;
    expect(liveEverywhereAt).toBeGreaterThan(
      Math.max(...world.edges.flatMap(({ arriving }) => arriving.map(({ appliesAt }) => appliesAt))),
    );
  });
});
