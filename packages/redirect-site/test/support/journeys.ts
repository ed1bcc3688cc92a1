import { create, remove, update } from './driver';
import { small, worldWithZones } from './sites';
import type { Journey } from './walk';
import type { World } from './world';

const former = small();
const next = small('https://jobs.example.org/');

/** Sites of the smallest size: made, and changed once. */
async function worlds(): Promise<Readonly<Record<'deployed' | 'updated', World>>> {
  const deployed = worldWithZones();
  await create(deployed, former);
  const updated = deployed.copy();
  await update(updated, next);
  return { deployed, updated };
}

let made: ReturnType<typeof worlds> | undefined;
const begun = (): ReturnType<typeof worlds> => {
  made ??= worlds();
  return made;
};

/** The operations of a site of its own, and what is done when one has failed. */
export const journeys: readonly (readonly [name: string, make: () => Promise<Journey>])[] = [
  [
    'a create',
    async () => ({
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
    async () => {
      const { deployed } = await begun();
      return {
        begin: () => deployed.copy(),
        go: (world, ride) => update(world, next, ride),
        again: (world) => update(world, next),
        declared: { former, next },
      };
    },
  ],
  [
    'an update that CloudFormation rolls back when it fails',
    async () => {
      const { updated } = await begun();
      return {
        begin: () => updated.copy(),
        go: (world, ride) => update(world, former, ride),
        again: (world) => update(world, former),
        declared: { former, next },
      };
    },
  ],
  [
    'a delete',
    async () => {
      const { deployed } = await begun();
      return { begin: () => deployed.copy(), go: remove, again: remove, declared: { former } };
    },
  ],
];
