import { createWorld } from '@cutover/local-aws';
import { ChangeWatch } from '../src/rehearsal/near-change';

/** A world in which one point of presence takes a configuration at this virtual second. */
function worldChangingAt(second: number) {
  const world = createWorld({ seed: '1', startedAt: 0 });
  world.edges[1]!.queue.push({ number: 1, appliesAt: second * 1000, changes: [] });
  return world;
}

test.each([
  [26, false],
  [27, true],
  [30, true],
  [33, true],
  [34, false],
])('a change at 30 s is near at %d s: %s', (second, near) => {
  const world = worldChangingAt(30);
  const watch = new ChangeWatch(world);
  watch.isNear(20_000);
  // Once it is applied, the world has forgotten it; the watch has not.
  if (second >= 30) world.edges[1]!.queue.length = 0;
  expect(watch.isNear(second * 1000)).toBe(near);
});

test('so does a function, or an item, that reaches an edge', () => {
  const world = createWorld({ seed: '1', startedAt: 0 });
  const change = { kind: 'store gone', storeId: 's' } as const;
  world.edges[0]!.arriving.push({ number: 1, appliesAt: 3000, change });
  expect(new ChangeWatch(world).isNear(0)).toBe(true);
});

test('a publication of a zone counts too', () => {
  const world = createWorld({ seed: '1', startedAt: 0 });
  const zone = { id: 'Z1', pending: [{ appliesAt: 3000, records: [], changeId: 'C1' }] };
  world.hostedZones.set('Z1', zone as never);
  expect(new ChangeWatch(world).isNear(0)).toBe(true);
});
