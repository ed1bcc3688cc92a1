import { copyOf, parseFault, type World } from '@cutover/local-aws';
import { checkersOf, lawsOfAnyWeather } from './checkers';
import { beginningOf, type LiveOptions, liveOn, type Moment, type Outcome } from './run';
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
  /** The same run with something done to the world before its turn of that number, from 0. */
  meddled(turn: number, act: (world: World) => void): Promise<Outcome>;
  /** How many turns the create has. */
  readonly creating: number;
  /** CloudFormation gives the create up before its turn of that number, from 0, and deletes what there is. */
  cancelled(turn: number, onAnswer?: LiveOptions['onAnswer']): Promise<Outcome>;
  /** As it was when the turn began in which the fault strikes, but for its calls. */
  worldBefore(point: FaultPoint): World;
}

export const growTrunk = (
  scenario: Case,
  world: World,
  { laws = checkersOf(scenario, world), marks }: Watch = {},
): Promise<Trunk> =>
  grow(scenario, beginningOf(world), { laws, marks, given: lawsOfAnyWeather(scenario, world) });

/** Who watches: left out, all laws, bound to the world as it is now. */
type Watch = Pick<LiveOptions, 'laws' | 'marks'>;

/** @param given up: what holds for a create that was cancelled, healthy or not */
async function grow(
  scenario: Case,
  from: Moment,
  { given, ...watch }: Watch & { readonly given: LiveOptions['laws'] },
): Promise<Trunk> {
  const moments: Kept[] = [];
  const onTurn = (moment: Moment): void => void moments.push(kept(moment));
  const outcome = await liveOn(scenario, from, { ...watch, onTurn });
  const keptBefore = (point: FaultPoint): Kept => {
    const before = moments.findLast(({ called }) => called <= point.call);
    if (!before) throw new Error(`The run has no call ${point.call} for ${point.fault}.`);
    return before;
  };
  const struckBy = (point: FaultPoint): Moment => {
    const before = again(keptBefore(point), outcome.world);
    return { ...before, world: stricken(before.world, point) };
  };
  const momentOf = (turn: number): Moment => {
    const moment = moments[turn];
    if (!moment) throw new Error(`The run has no turn ${turn}.`);
    return again(moment, outcome.world);
  };
  return {
    outcome,
    branch: (point) => liveOn(scenario, struckBy(point), watch),
    sprout: (point) => grow(scenario, struckBy(point), { ...watch, given }),
    meddled: (turn, act) => {
      const before = momentOf(turn);
      act(before.world);
      return liveOn(scenario, before, watch);
    },
    creating: moments.filter(({ action }) => action === 'create').length,
    cancelled: (turn, onAnswer) => {
      const moment: Moment = { ...momentOf(turn), action: 'delete', created: 'failed', revision: 0 };
      return liveOn(scenario, moment, { laws: given, marks: watch.marks, onAnswer });
    },
    worldBefore: (point) => keptBefore(point).world,
  };
}

/** A moment without its calls: they are the beginning of the run's. With them, a run that never ends takes a gigabyte. */
interface Kept extends Moment {
  readonly called: number;
}

const kept = (moment: Moment): Kept => ({
  ...moment,
  world: copyOf({ ...moment.world, calls: [] }),
  called: moment.world.calls.length,
});

/** A copy, to go on from. */
const again = ({ called, ...moment }: Kept, end: World): Moment => ({
  ...moment,
  world: { ...copyOf(moment.world), calls: end.calls.slice(0, called) },
});

/** With the fault in it, which has counted the calls that it would have seen. */
function stricken(world: World, { fault, hits }: FaultPoint): World {
  const seen = world.calls.filter(hits).length;
  return { ...world, faults: [...world.faults, { ...parseFault(fault), seen }] };
}
