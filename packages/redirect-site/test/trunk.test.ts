import { isDeepStrictEqual } from 'node:util';
import { create, type Ride, update } from './support/driver';
import { nameOf } from './support/points';
import { small, worldWithZones } from './support/sites';
import { growTrunk } from './support/trunk';
import type { World } from './support/world';

/** Divides no number of kinds of faults, so that each kind is met. */
const EVERY = 29;
const next = small('https://jobs.example.org/');
const unwatched = () => [];

test('a run that begins at the last turn before its fault is the run from the beginning', async () => {
  const deployed = worldWithZones();
  await create(deployed, small());
  const go = (world: World, ride?: Ride) => update(world, next, ride);
  const trunk = await growTrunk(deployed.copy(), go, unwatched);
  for (const point of trunk.points.filter((_, n) => n % EVERY === 0)) {
    const whole = deployed.copy();
    whole.faults.set(point.at, point.kind);
    const end = await go(whole);
    const branch = await trunk.branch(point);
    const isSame = isDeepStrictEqual(
      [branch.end, branch.world.calls, branch.world.now, branch.world.parameters],
      [end, whole.calls, whole.now, whole.parameters],
    );
    expect(`${nameOf(point)}: ${isSame ? 'the same' : 'another'}`).toBe(`${nameOf(point)}: the same`);
  }
});
