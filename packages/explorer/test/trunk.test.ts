import { isDeepStrictEqual } from 'node:util';
import { parseFault } from '@cutover/local-aws';
import { live } from '../src/run';
import { schedulesOf } from '../src/schedules';
import { growTrunk } from '../src/trunk';
import { cases } from '../src/worlds';

/** Divides no number of the kinds of faults, so that each kind is met. All with `EVERY=1`. */
const EVERY = Number(process.env.EVERY ?? 613);

test.each(cases.map((scenario) => [scenario.name, scenario] as const))(
  '%s: a schedule that begins at the last turn before its fault is the schedule from the beginning',
  async (_name, scenario) => {
    const trunk = await growTrunk(scenario, scenario.make('1'));
    const points = schedulesOf(trunk.outcome.world.calls);
    for (const point of points.filter((_, i) => i % EVERY === 0)) {
      const world = scenario.make('1');
      world.faults.push(parseFault(point.fault));
      const { world: end, ...whole } = await live(scenario, world);
      const { world: branchEnd, ...branch } = await trunk.branch(point);
      expect(branch).toEqual(whole);
      // Thousands of calls: jest's own comparison takes longer than both lives.
      expect({ point, same: isDeepStrictEqual(branchEnd.calls, end.calls) }).toEqual({ point, same: true });
      expect(branchEnd.faults).toEqual(end.faults);
    }
  },
);
