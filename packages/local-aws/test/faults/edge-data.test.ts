import { parseFault } from '../../src/faults/parse';
import { advance } from '../../src/world/advance';
import type { World } from '../../src/world/world';
import { makeStore, type Store } from '../key-value-stores/stores';
import { code } from '../support/entities';
import { ask, emptyCloud, outcome, told } from '../world/cloud';

/** A store and a function that is not published yet, with these faults posted. */
function struck(...points: string[]): Store & { etagOfFunction: string } {
  const store = makeStore();
  const FunctionConfig = { Comment: '', Runtime: 'cloudfront-js-2.0' };
  const { ETag } = told<{ ETag: string }>(
    ask(store.world, 'CreateFunction', { Name: 'one', FunctionConfig, FunctionCode: code() }),
  );
  store.world.faults.push(...points.map(parseFault));
  return { ...store, etagOfFunction: ETag };
}

const publish = ({ world, etagOfFunction }: ReturnType<typeof struck>) =>
  ask(world, 'PublishFunction', { Name: 'one', IfMatch: etagOfFunction });

const arrivals = ({ edges }: World) => edges.map(({ arriving }) => arriving.at(-1)!.appliesAt);
const lateBy = (one: World, other: World) => arrivals(one).map((at, edge) => at - arrivals(other)[edge]!);

describe('items of a key value store', () => {
  test('slow: reach every edge later, those after them too', () => {
    const [usual, slow] = [struck(), struck('cloudfront-keyvaluestore.UpdateKeys.slow:seconds=300')];
    for (const store of [usual, slow]) store.update({ a: '1' });
    expect(lateBy(slow.world, usual.world)).toEqual([300_000, 300_000, 300_000]);
    const before = arrivals(slow.world);
    slow.update({ a: '2' });
    expect(arrivals(slow.world).every((at, edge) => at >= before[edge]!)).toBe(true);
  });

  test('split: reach one edge later than the others', () => {
    const [usual, split] = [struck(), struck('cloudfront-keyvaluestore.PutKey.split:seconds=900')];
    for (const store of [usual, split]) store.ask('PutKey', { Key: 'a', Value: '1', IfMatch: store.etag() });
    expect(lateBy(split.world, usual.world).toSorted((one, other) => one - other)).toEqual([0, 0, 900_000]);
  });

  test('overtaken: another writer is faster, and the ETag is stale', () => {
    const store = struck('cloudfront-keyvaluestore.UpdateKeys.overtaken');
    expect(outcome(store.update({ a: '1' }))).toBe('ConflictException 409');
    expect(outcome(store.update({ a: '1' }))).toBe('ok');
  });

  test('stale: a description is from before the last write, for a while', () => {
    const store = struck('cloudfront-keyvaluestore.DescribeKeyValueStore.stale@2x9:seconds=10');
    store.update({ a: '1' });
    const seen = () => told<{ ItemCount: number }>(store.ask('DescribeKeyValueStore')).ItemCount;
    expect(seen()).toBe(0);
    expect(outcome(store.update({ b: '1' }))).toBe('ConflictException 409');
    advance(store.world, store.world.now + 10_000);
    expect(seen()).toBe(1);
  });
});

describe('the code of a function', () => {
  test('slow: runs at every edge later, and is DEPLOYED later', () => {
    const [usual, slow] = [struck(), struck('cloudfront.PublishFunction.slow:seconds=300')];
    for (const each of [usual, slow]) publish(each);
    expect(lateBy(slow.world, usual.world)).toEqual([300_000, 300_000, 300_000]);
  });

  test('split: runs at one edge later than at the others', () => {
    const [usual, split] = [struck(), struck('cloudfront.PublishFunction.split:seconds=900')];
    for (const each of [usual, split]) publish(each);
    expect(lateBy(split.world, usual.world).toSorted((one, other) => one - other)).toEqual([0, 0, 900_000]);
  });

  test('overtaken: another writer has stored DEVELOPMENT, so that this one is not published', () => {
    const each = struck('cloudfront.PublishFunction.overtaken');
    expect(outcome(publish(each))).toBe('PreconditionFailed 412');
    expect([...each.world.functions.values()][0]?.live).toBeUndefined();
  });

  test('stale: a description has the ETag from before the last write', () => {
    const each = struck('cloudfront.DescribeFunction.stale');
    const FunctionConfig = { Comment: '', Runtime: 'cloudfront-js-2.0' };
    const input = { Name: 'one', IfMatch: each.etagOfFunction, FunctionConfig, FunctionCode: code('x') };
    const { ETag } = told<{ ETag: string }>(ask(each.world, 'UpdateFunction', input));
    const read = () => told<{ ETag: string }>(ask(each.world, 'DescribeFunction', { Name: 'one' })).ETag;
    expect([read(), read()]).toEqual([each.etagOfFunction, ETag]);
  });
});

test('a function that is not there is overtaken by nobody', () => {
  const world = emptyCloud();
  world.faults.push(parseFault('cloudfront.PublishFunction.overtaken'));
  expect(outcome(ask(world, 'PublishFunction', { Name: 'none', IfMatch: 'E1' }))).toBe(
    'NoSuchFunctionExists 404',
  );
});
