import { compile, compileStores } from '@cutover/redirect-rules';
import { compileOnce, sizesOf } from '../src/redirects/compiling';
import { functionWorld, requestClasses } from '../src/redirects/function-world';
import { answerIn, layoutsOf } from '../src/redirects/in-njs';

const { rules, bulk } = functionWorld(50);
const layouts = layoutsOf(rules);

describe('the peers of the function are no straw men: they answer the same for', () => {
  test.each([...requestClasses, bulk].map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const ours = await answerIn('vm', layouts.ours, each);
    expect(ours).toMatch(each.uri === '/nothing' ? /^404$/ : /^301 https:\/\/www\.example\.org\/./);
    expect(await answerIn('vm', layouts.straightforward, each)).toBe(ours);
    expect(await answerIn('vm', layouts.scanned, each)).toBe(ours);
  });
});

test('a compile is told in what goes to a store', () => {
  const { stats } = compile(rules);
  const stores = compileStores(rules).map(({ items }) => items);
  expect(sizesOf(stores)).toEqual({
    bytes: stats.bytes,
    items: stats.items,
    stores: 1,
    updateCalls: Math.ceil(stats.items / 50),
  });
});

test('the peer fills stores as ours does: 30,000 redirects of 143 bytes are two', () => {
  const { bytes, items, stores, updateCalls } = compileOnce('straightforward', 30_000);
  expect([items, stores, updateCalls]).toEqual([30_000, 2, 601]);
  expect(Math.round(bytes / 30_000)).toBe(143);
});
