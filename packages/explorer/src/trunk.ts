import { copyOf, parseFault, type World } from '@cutover/local-aws';
import { checkersOf } from './checkers';
import { live, liveOn, type Moment, type Outcome } from './run';
import type { FaultPoint } from './schedules';
import type { Case } from './worlds';

/**
 * The run without faults, with the world as it was before each of its turns. Until its fault strikes, a schedule is
 * that run word for word; so it begins at the last turn before, which halves the work.
 */
export interface Trunk {
  readonly outcome: Outcome;
  branch(point: FaultPoint): Promise<Outcome>;
}

export async function growTrunk(scenario: Case, world: World): Promise<Trunk> {
  const laws = checkersOf(scenario, world);
  const moments: Moment[] = [];
  const onTurn = (moment: Moment): void => void moments.push({ ...moment, world: copyOf(moment.world) });
  const outcome = await live(scenario, world, { laws, onTurn });
  return {
    outcome,
    branch: (point) => {
      const before = moments.findLast((moment) => moment.world.calls.length <= point.call);
      if (!before) throw new Error(`The run without faults has no call ${point.call} for ${point.fault}.`);
      return liveOn(scenario, { ...before, world: stricken(before.world, point) }, { laws });
    },
  };
}

/** A copy with the fault in it, which has counted the calls that it would have seen. */
function stricken(world: World, { fault, hits }: FaultPoint): World {
  const copy = copyOf(world);
  copy.faults.push({ ...parseFault(fault), seen: copy.calls.filter(hits).length });
  return copy;
}
