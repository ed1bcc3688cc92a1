import type { TestState } from '@cutover/aws-adapter';
import { doing, ending, longPauseMs, type Step, waiting } from '../drive';

/** A region on a type's way to the public. */
export interface RegionSight {
  readonly region: string;
  /** Under which the bytes are published there: `first` where the registry chooses, `none` where they are not to be. */
  readonly number: string;
  /** Nothing is left to do. */
  readonly isDone: boolean;
  /** Its stack of the set; one whose creation failed can only be deleted. */
  readonly stack: 'none' | 'there' | 'broken';
  /** Where nothing is published: the stack has the package, and this is what its contract tests say. */
  readonly test?: TestState['status'];
  /** How often this run has tried. */
  readonly attempts: number;
}

/** What is to be known of a type in prod. */
export interface ProdSight {
  readonly publish: boolean;
  readonly isRunning: boolean;
  readonly set: 'absent' | 'stale' | 'ready';
  /** Regions in the order in which they get the release: the first wave is the canary's. */
  readonly waves: readonly (readonly RegionSight[])[];
  /** Status of the stack that activates the type as a consumer would. */
  readonly smoke: string | undefined;
  readonly run: ProdRun;
}

export interface ProdRun {
  readonly isPrepared: boolean;
  readonly isSmoked: boolean;
  readonly smokeFailure: string | undefined;
  /** Why a region failed last. */
  readonly failures: ReadonlyMap<string, string>;
}

export type ProdAct =
  | 'note what is intended, and prepare'
  | 'make the stack set'
  | 'update the stack set'
  | 'delete stacks that never came to be'
  | 'make stacks'
  | 'update stacks'
  | 'test'
  | 'activate it as a consumer would'
  | 'note the activation'
  | 'deactivate it';

/** So often a region is tried in one run; the next run tries again. */
const mostAttempts = 2;

/** The next step of a type in prod: the canary region, an activation there, then the other regions wave by wave. */
export function planProd(sight: ProdSight): Step<ProdAct> {
  const { set, run, isRunning, waves, smoke } = sight;
  if (isRunning) return waiting('an operation of the stack set', longPauseMs);
  const regions = waves.flat();
  if (regions.every(({ isDone }) => isDone) && !run.isPrepared && smoke === undefined)
    return ending('unchanged', `in all ${regions.length} regions these bytes are what they should be`);
  if (smoke?.endsWith('_IN_PROGRESS')) return waiting('the activation');
  if (!run.isPrepared) return doing('note what is intended, and prepare');
  if (set === 'absent') return doing('make the stack set');
  if (set === 'stale') return doing('update the stack set');
  const change = nextChange(waves[0] ?? []);
  if (change) return stepOf(change);
  const isCanaryDone = (waves[0] ?? []).every(({ isDone }) => isDone);
  if (!isCanaryDone) return failed(sight, 'The other regions were not touched.');
  return (sight.publish && planSmoke(sight)) || planOthers(sight);
}

function planOthers(sight: ProdSight): Step<ProdAct> {
  if (sight.run.smokeFailure !== undefined)
    return ending(
      'failed',
      `the canary region cannot activate it (${sight.run.smokeFailure}); the other regions were not touched. What is public cannot be taken back: \`release republish\` an older package.`,
    );
  for (const wave of sight.waves.slice(1)) {
    const change = nextChange(wave);
    if (change) return stepOf(change);
  }
  const regions = sight.waves.flat();
  if (!regions.every(({ isDone }) => isDone)) return failed(sight, 'Run it again: only these are tried.');
  const verb = sight.publish ? 'published' : 'tested, not published,';
  return ending('delivered', `${verb} in ${regions.length} regions`);
}

function planSmoke({ smoke, run, waves }: ProdSight): Step<ProdAct> | undefined {
  if (smoke === 'CREATE_COMPLETE' && !run.isSmoked) return doing('note the activation');
  if (smoke === 'DELETE_FAILED') return undefined;
  if (smoke !== undefined)
    return run.isSmoked || run.smokeFailure ? doing('deactivate it') : doing('note the activation');
  const isOver = waves.flat().every(({ isDone }) => isDone) && waves.length > 1;
  return run.isSmoked || run.smokeFailure || isOver ? undefined : doing('activate it as a consumer would');
}

function failed({ waves, run }: ProdSight, what: string): Step<ProdAct> {
  const reasons = waves
    .flat()
    .filter(({ isDone }) => !isDone)
    .map(({ region }) => `${region}: ${run.failures.get(region) ?? 'not reached'}`);
  return ending('failed', `${reasons.length} regions failed. ${reasons.join('; ')}. ${what}`);
}

/** Regions of a wave that the same call can take on. */
export interface RegionChange {
  readonly kind: 'delete' | 'make' | 'update' | 'test' | 'wait';
  readonly number: string;
  readonly regions: readonly string[];
}

/** What is done next in a wave; undefined where nothing is left to try. */
export function nextChange(wave: readonly RegionSight[]): RegionChange | undefined {
  const open = wave.filter(
    ({ isDone, attempts, test }) => !isDone && (attempts < mostAttempts || test === 'IN_PROGRESS'),
  );
  const first = open.find((each) => kindOf(each) !== 'wait') ?? open[0];
  if (!first) return undefined;
  const alike = open.filter((each) => kindOf(each) === kindOf(first) && each.number === first.number);
  return { kind: kindOf(first), number: first.number, regions: alike.map(({ region }) => region) };
}

function kindOf({ stack, test }: RegionSight): RegionChange['kind'] {
  if (stack === 'broken') return 'delete';
  if (stack === 'none') return 'make';
  if (test === undefined) return 'update';
  return test === 'IN_PROGRESS' ? 'wait' : 'test';
}

const acts = {
  delete: 'delete stacks that never came to be',
  make: 'make stacks',
  update: 'update stacks',
  test: 'test',
} as const;

const stepOf = ({ kind }: RegionChange): Step<ProdAct> =>
  kind === 'wait' ? waiting('contract tests', longPauseMs) : doing(acts[kind]);
