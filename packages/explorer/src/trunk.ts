import { copyOf, parseFault, type World } from '@cutover/local-aws';
import { type Checker, checkersOf } from './checkers';
import { beginningOf, liveOn, type Moment, type Outcome } from './run';
import type { FaultPoint } from './schedules';
import type { Case } from './worlds';

/**
 * A run with the world as it was before each of its turns. Until its fault strikes, a schedule is that run word for
 * word; so it begins at the last turn before, which halves the work.
 */
export interface Trunk {
  readonly outcome: Outcome;
  branch(point: FaultPoint): Promise<Outcome>;
  /** The same as a trunk of its own, for a second fault. */
  sprout(point: FaultPoint): Promise<Trunk>;
  /** As it was when the turn began in which the fault strikes. */
  worldBefore(point: FaultPoint): World;
}

/** @param laws left out: all of them, bound to the world as it is now */
export const growTrunk = (
  scenario: Case,
  world: World,
  laws: readonly Checker[] = checkersOf(scenario, world),
): Promise<Trunk> => grow(scenario, beginningOf(world), laws);

async function grow(scenario: Case, from: Moment, laws: readonly Checker[]): Promise<Trunk> {
  const moments: Moment[] = [];
  const onTurn = (moment: Moment): void => void moments.push({ ...moment, world: copyOf(moment.world) });
  const outcome = await liveOn(scenario, from, { laws, onTurn });
  const momentBefore = (point: FaultPoint): Moment => {
    const before = moments.findLast((moment) => moment.world.calls.length <= point.call);
    if (!before) throw new Error(`The run has no call ${point.call} for ${point.fault}.`);
    return before;
  };
  const struckBy = (point: FaultPoint): Moment => {
    const before = momentBefore(point);
    return { ...before, world: stricken(before.world, point) };
  };
  return {
    outcome,
    branch: (point) => liveOn(scenario, struckBy(point), { laws }),
    sprout: (point) => grow(scenario, struckBy(point), laws),
    worldBefore: (point) => momentBefore(point).world,
  };
}

/** A copy with the fault in it, which has counted the calls that it would have seen. */
function stricken(world: World, { fault, hits }: FaultPoint): World {
  const copy = copyOf(world);
  copy.faults.push({ ...parseFault(fault), seen: copy.calls.filter(hits).length });
  return copy;
}
