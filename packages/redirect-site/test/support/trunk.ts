import { rulesMemory } from '../../src';
import type { End, Moment, Ride } from './driver';
import { type Point, pointsIn } from './points';
import type { World } from './world';

/** A request that an operation makes, from a moment on. */
export type Go = (world: World, ride?: Ride) => Promise<End>;
/** Stands in a world from a moment on. @returns where they write what they have to complain of */
export type Watch = (world: World) => readonly string[];

/** What came of a run. */
export interface Run {
  readonly world: World;
  readonly end: End;
  readonly complaints: readonly string[];
}

/**
 * A run with the world as it was before each of its turns. Until its fault strikes, a run under a fault is this one word
 * for word; so it begins at the last turn before.
 */
export interface Trunk extends Run {
  readonly points: readonly Point[];
  branch(point: Point): Promise<Run>;
  /** The same as a trunk of its own, for a second fault. */
  sprout(point: Point): Promise<Trunk>;
  /** As it was when the turn began in which the fault strikes. */
  worldBefore(point: Point): World;
}

export const growTrunk = (begin: World, go: Go, watch: Watch): Promise<Trunk> =>
  grow({ world: begin, go, watch, from: undefined });

interface Seed {
  readonly world: World;
  readonly go: Go;
  readonly watch: Watch;
  readonly from: Moment | undefined;
}

async function grow({ world, go, watch, from }: Seed): Promise<Trunk> {
  const moments: { readonly world: World; readonly moment: Moment }[] = [];
  const onTurn = (moment: Moment): void => void moments.push({ world: world.branch(), moment });
  const run = await ride({ world, go, watch, from }, onTurn);
  const before = ({ at }: Point) => moments.findLast((each) => each.world.calls.length <= at)!;
  const seedOf = (point: Point): Seed => {
    const { world, moment } = before(point);
    return { world: stricken(world, point), go, watch, from: moment };
  };
  return {
    ...run,
    points: pointsIn(world),
    branch: (point) => ride(seedOf(point)),
    sprout: (point) => grow(seedOf(point)),
    worldBefore: (point) => before(point).world,
  };
}

/** A process stays warm between turns, and rules that did not change are compiled once. */
const warm = rulesMemory();

async function ride({ world, go, watch, from }: Seed, onTurn?: Ride['onTurn']): Promise<Run> {
  const complaints = watch(world);
  const end = await go(world, { from, onTurn, memory: () => warm });
  return { world, end, complaints };
}

function stricken(world: World, { at, kind }: Point): World {
  const branch = world.branch();
  branch.faults.set(at, kind);
  return branch;
}
