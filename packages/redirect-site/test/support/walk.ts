import type { Declaration } from '../../src';
import type { End } from './driver';
import { FAULT_KINDS, type FaultKind } from './fault';
import { Judge } from './judge';
import { summaryOf } from './summary';
import type { World } from './world';

/** One operation on a site, what people do when it failed, and the worlds around it. */
export interface Journey {
  /** The same at each call. */
  readonly begin: () => World;
  readonly go: (world: World) => Promise<End>;
  /** What a person, or CloudFormation, does when it has failed. */
  readonly again: (world: World) => Promise<End>;
  /** Rules that may be answered by. */
  readonly declared: Readonly<Record<string, Declaration>>;
  /** The first call at fault: what comes before it is walked elsewhere. */
  readonly since?: string;
  /** Only one point in so many; left out: all. */
  readonly every?: number;
  /** Somebody else who looks after every call, and what they have to complain of. */
  readonly watch?: (world: World, complaints: string[]) => void;
}

export interface Point {
  readonly at: number;
  readonly call: string;
  readonly kind: FaultKind;
}

const changes =
  /\.(put|create|update|publish|edit|change|remove|editDistribution|moveAlias|changeRecords)$|^certificates\.request$/;

/**
 * Every call of the undisturbed operation under faults: those that change something under all kinds, looks under one
 * after the other, and where a look shows something new, it is stale once.
 */
export async function pointsOf(journey: Journey): Promise<Point[]> {
  const world = journey.begin();
  await journey.go(world);
  const first = journey.since === undefined ? 0 : world.calls.indexOf(journey.since);
  const points = world.calls.flatMap((call, at) =>
    FAULT_KINDS.filter((_, n) => changes.test(call) || n === at % FAULT_KINDS.length).map(
      (kind): Point => ({ at, call, kind }),
    ),
  );
  const stale = world.changed.filter((at) => !changes.test(world.calls[at]!));
  const all = [...points, ...stale.map((at): Point => ({ at, call: world.calls[at]!, kind: 'stale' }))];
  return all.filter(({ at }) => at >= first).filter((_, n) => n % (journey.every ?? 1) === 0);
}

/** What came of it, in the end; empty: all as without the fault. */
export async function problemsAt(journey: Journey, point: Point, undisturbed: unknown): Promise<string[]> {
  const world = journey.begin();
  const judge = new Judge(world, journey.declared);
  journey.watch?.(world, judge.complaints);
  world.faults.set(point.at, point.kind);
  let end = await journey.go(world);
  world.faults.clear();
  if (end.kind === 'failed') end = await journey.again(world);
  const problems = [...judge.complaints];
  if (end.kind !== 'succeeded') problems.push(`ended so: ${end.message}`);
  const left = JSON.stringify(summaryOf(world));
  if (left !== JSON.stringify(undisturbed)) problems.push(`left ${left}`);
  return problems.map((problem) => `${point.kind} ${point.call} (${point.at}): ${problem}`);
}

/** All that went wrong at any point. */
export async function walk(journey: Journey): Promise<{ points: number; problems: string[] }> {
  const world = journey.begin();
  await journey.go(world);
  const undisturbed = summaryOf(world);
  const points = await pointsOf(journey);
  const problems: string[] = [];
  for (const point of points) problems.push(...(await problemsAt(journey, point, undisturbed)));
  return { points: points.length, problems };
}
