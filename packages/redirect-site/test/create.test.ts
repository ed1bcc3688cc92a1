import { create } from './support/driver';
import { rules, worldWithZones } from './support/sites';

describe('a site that is created', () => {
  test('answers by its rules', async () => {
    const world = worldWithZones();
    const end = await create(world, rules());
    console.log(end, world.calls.length);
    expect(end.kind).toBe('succeeded');
  });
});
