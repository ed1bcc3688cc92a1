import { create, remove, update } from './support/driver';
import { small, worldWithZones } from './support/sites';
import { type Journey, walk } from './support/walk';
import type { World } from './support/world';

/*
 * Every call of a port, one after the other, is killed before and after it took effect, loses its answer, is throttled
 * and denied. In the end the world must be as without the fault; at every moment the function that runs must answer by
 * one declared rule set, wholly.
 */
const former = small();
const next = small('https://jobs.example.org/');
let deployed: World;
let updated: World;

beforeAll(async () => {
  deployed = worldWithZones();
  await create(deployed, former);
  updated = deployed.copy();
  await update(updated, next);
});

const journeys: [string, () => Journey][] = [
  [
    'a create',
    () => ({
      begin: worldWithZones,
      go: (world, ride) => create(world, former, ride),
      // CloudFormation rolls back by a delete, and a person tries anew.
      again: async (world) => {
        await remove(world);
        return create(world, former);
      },
      declared: { former },
    }),
  ],
  [
    'an update',
    () => ({
      begin: () => deployed.copy(),
      go: (world, ride) => update(world, next, ride),
      again: (world) => update(world, next),
      declared: { former, next },
    }),
  ],
  [
    'an update that CloudFormation rolls back when it fails',
    () => ({
      begin: () => updated.copy(),
      go: (world, ride) => update(world, former, ride),
      again: (world) => update(world, former),
      declared: { former, next },
    }),
  ],
  [
    'a delete',
    () => ({
      begin: () => deployed.copy(),
      go: remove,
      again: remove,
      declared: { former },
    }),
  ],
];

test.each(journeys)(
  '%s ends as it should, whatever call fails',
  async (_, journey) => {
    const { points, problems } = await walk(journey());
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(100);
  },
  300_000,
);
