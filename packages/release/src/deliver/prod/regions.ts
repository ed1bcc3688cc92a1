import type { StackInstance } from '@cutover/aws-adapter';
import type { Io } from '../../io';
import type { ReleasedType, Stage } from '../stage';
import { unseenMs } from '../tests';
import type { Goal } from './goals';
import { lookAtRegion } from './look';
import { nextChange, type RegionChange, type RegionSight } from './plan';

/** The regions of a delivery, and what this run has seen and tried in them. */
export class Regions {
  private readonly done = new Map<string, RegionSight>();
  private readonly attempts = new Map<string, number>();
  /** The last call about a region: a deletion that came to nothing is not repeated. */
  private readonly lastKind = new Map<string, RegionChange['kind']>();
  private readonly testedAt = new Map<string, number>();

  constructor(
    private readonly stage: Stage,
    private readonly type: ReleasedType,
    private readonly publisherId: string | undefined,
    /** Wave by wave. */
    readonly goals: readonly (readonly Goal[])[],
    private readonly io: Io,
  ) {}

  /** There was nothing to do from the beginning. */
  get wereDone(): boolean {
    return this.goals.flat().every(({ wasDone }) => wasDone);
  }

  /** What is known without a look. */
  known(): RegionSight[][] {
    return this.goals.map((wave) => wave.map((goal) => this.unseen(goal)));
  }

  /** What is done stays done. Waves after the one that is under way are not looked at yet. */
  async look(instances: readonly StackInstance[]): Promise<RegionSight[][]> {
    const waves: RegionSight[][] = [];
    for (const wave of this.goals) {
      const isReached = waves.every((each) => nextChange(each) === undefined);
      waves.push(
        isReached
          ? await Promise.all(wave.map((goal) => this.lookAt(goal, instances)))
          : wave.map((goal) => this.unseen(goal)),
      );
    }
    return waves;
  }

  /** Counts a call about regions. @param isHalf whether it takes another one to get anywhere */
  tried({ kind, regions }: RegionChange, isHalf: boolean): void {
    for (const region of regions) {
      const isNoTry = isHalf || (kind === 'delete' && this.lastKind.get(region) !== 'delete');
      this.lastKind.set(region, kind);
      if (!isNoTry) this.attempts.set(region, (this.attempts.get(region) ?? 0) + 1);
    }
  }

  testBegins(region: string): void {
    this.testedAt.set(region, this.io.now());
  }

  private async lookAt(goal: Goal, instances: readonly StackInstance[]): Promise<RegionSight> {
    const { region } = goal;
    const known = this.knownDone(goal);
    if (known) return known;
    const instance = instances.find((each) => each.region === region);
    const sight = await lookAtRegion(this.stage, this.type, goal, this.publisherId, instance);
    const counted = { ...sight, ...this.unseenTest(sight), attempts: this.attempts.get(region) ?? 0 };
    if (counted.isDone) this.done.set(region, counted);
    return counted;
  }

  /** A test that has just begun may not show yet. */
  private unseenTest({ region, test }: { region: string; test?: RegionSight['test'] }) {
    const isFresh = this.io.now() - (this.testedAt.get(region) ?? 0) < unseenMs;
    return test === 'NOT_TESTED' && isFresh ? ({ test: 'IN_PROGRESS' } as const) : {};
  }

  private unseen(goal: Goal): RegionSight {
    const { region, number } = goal;
    return this.knownDone(goal) ?? { region, number, isDone: false, stack: 'there', attempts: 0 };
  }

  private knownDone({ region, number, wasDone }: Goal): RegionSight | undefined {
    return wasDone ? { region, number, isDone: true, stack: 'there', attempts: 0 } : this.done.get(region);
  }
}
