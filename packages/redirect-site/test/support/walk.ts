import type { Declaration } from '../../src';
import type { End } from './driver';
import { Judge, lawOf } from './judge';
import { nameOf, type Point } from './points';
import { summaryOf } from './summary';
import { type Go, growTrunk, type Run, type Trunk, type Watch } from './trunk';
import type { World } from './world';

/** One operation on a site, what people do when it failed, and the worlds around it. */
export interface Journey {
  /** The same at each call. */
  readonly begin: () => World;
  readonly go: Go;
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

/** All that went wrong at any point. */
export async function walk(journey: Journey): Promise<{ points: number; problems: string[] }> {
  const trunk = await trunkOf(journey);
  const undisturbed = JSON.stringify(summaryOf(trunk.world));
  const points = pointsOf(journey, trunk);
  const problems: string[] = [...trunk.complaints];
  for (const point of points) {
    const found = await problemsOf(journey, await trunk.branch(point), undisturbed);
    problems.push(...found.map((problem) => `${nameOf(point)}: ${problem}`));
  }
  return { points: points.length, problems };
}

export function trunkOf({ begin, go, declared, watch }: Journey): Promise<Trunk> {
  const world = begin();
  const law = lawOf(declared, world.now);
  const watchers: Watch = (each) => {
    const { complaints } = new Judge(each, law);
    watch?.(each, complaints);
    return complaints;
  };
  return growTrunk(world, go, watchers);
}

function pointsOf({ since, every = 1 }: Journey, { points, world }: Trunk): Point[] {
  const first = since === undefined ? 0 : world.calls.indexOf(since);
  return points.filter(({ at }) => at >= first).filter((_, n) => n % every === 0);
}

/** What came of a run under faults, in the end; empty: all as without. */
export async function problemsOf(
  { again }: Journey,
  { world, end, complaints }: Run,
  undisturbed: string,
): Promise<string[]> {
  world.faults.clear();
  const last = end.kind === 'failed' ? await again(world) : end;
  const problems = [...complaints];
  if (last.kind !== 'succeeded') problems.push(`ended so: ${last.message}`);
  const left = JSON.stringify(summaryOf(world));
  if (left !== undisturbed) problems.push(`left ${left}`);
  return problems;
}
