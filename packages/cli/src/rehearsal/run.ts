import { type Instant, secondsToMs } from '@cutover/ground';
import {
  answer,
  type CallRecord,
  type CloudFormation,
  type Fault,
  type LocalAws,
  startCloudFormation,
  startLocalAws,
} from '@cutover/local-aws';
import type { RunRecord } from '@cutover/report';
import {
  type LookupRecord,
  type RequestRecord,
  startTraffic,
  type TrafficPlan,
} from '@cutover/traffic-probe';
import type { KeptAws } from '../local/keep';
import { deployAll } from './deploying';
import { Deployments } from './deployments';
import { misplacedAliases } from './end-state';
import { hintsOf } from './hints';
import { ChangeWatch } from './near-change';
import { notesOn } from './notes';
import { paceOf } from './pace';
import { prepare } from './prepare';
import type { Watch } from './progress';
import { answersByRule } from './record/rule-answers';
import { runRecordOf } from './record/run-record';
import { Recorder } from './recorder';
import { registeredTypes } from './registered-types';
import type { Rehearsal } from './rehearsal';
import type { RehearsalReport, ReportHint } from './report';
import { keepTraffic } from './traffic-loop';
import { reportOf, type StackOutcome } from './verdict';

export interface RunOptions {
  readonly seed: string;
  readonly faults: readonly Fault[];
  /** Virtual seconds per second at most; undefined for as fast as it goes. */
  readonly speed: number | undefined;
  readonly startedAt: number;
  readonly replay: string;
  readonly watch: Watch;
  /** Leave the local AWS up at the end. */
  readonly keep?: boolean;
}

export interface RehearsalRun {
  readonly report: RehearsalReport;
  /** Every call of AWS, in order: the same for the same seed and start. */
  readonly calls: readonly CallRecord[];
  /** All of it, for the page of `--report`. */
  readonly record: RunRecord;
  /** Still up; whoever asked to keep it has to stop it. */
  readonly kept?: KeptAws;
}

/** One rehearsal while it runs. */
interface Stage {
  readonly rehearsal: Rehearsal;
  readonly options: RunOptions;
  readonly aws: LocalAws;
  readonly cloudFormation: CloudFormation;
  readonly deployments: Deployments;
  readonly recorder: Recorder;
}

/** Rehearses a folder from an empty local AWS to the verdict. */
export async function runRehearsal(rehearsal: Rehearsal, options: RunOptions): Promise<RehearsalRun> {
  const wallStart = performance.now();
  const aws = await startLocalAws({
    seed: options.seed,
    startedAt: options.startedAt,
    accounts: Object.entries(rehearsal.accounts).map(([name, id]) => ({ id, name })),
    endpoints: Object.entries(rehearsal.endpoints).map(([address, rest]) => ({ address, ...rest })),
    origins: Object.entries(rehearsal.origins).map(([domainName, { rules }]) => ({ domainName, rules })),
  });
  let isKept = false;
  try {
    const stage = stageOf(rehearsal, options, aws);
    await prepare(aws, rehearsal, stage.deployments);
    // A fault on the command line is meant for the move, not for what was there before.
    aws.world.faults.push(...options.faults);
    const startedAt = aws.timeline.now();
    const played = await perform(stage);
    const run = judged(stage, played, startedAt, (performance.now() - wallStart) / 1000);
    isKept = options.keep === true;
    return isKept ? { ...run, kept: { aws, cloudFormation: stage.cloudFormation } } : run;
  } finally {
    if (!isKept) await aws.stop();
  }
}

function judged(stage: Stage, played: Performance, startedAt: Instant, wallSeconds: number): RehearsalRun {
  const { rehearsal, options, aws, recorder } = stage;
  const report = reportOf({
    ...played,
    steps: recorder.steps(),
    expect: rehearsal.expect,
    answersByRule: answersByRule(played.log, recorder.rules.generations, {
      path: rehearsal.traffic.path,
      startedAt,
      durationSeconds: played.simulatedSeconds,
    }),
    notes: notesOn(aws.world),
    wallSeconds,
    seed: options.seed,
    replay: options.replay,
  });
  // What clients do later, with a local AWS that is kept, is no part of the run.
  const calls = [...aws.world.calls];
  const record = runRecordOf(rehearsal, report, {
    log: played.log,
    lookups: played.lookups,
    calls,
    preparedMs: startedAt - aws.world.startedAt,
    stages: recorder.stages.stages,
    wayBacks: recorder.stages.wayBacks(),
    authority: recorder.authority.answers,
    origins: aws.originRequests,
  });
  return { report, calls, record };
}

function stageOf(rehearsal: Rehearsal, options: RunOptions, aws: LocalAws): Stage {
  const recorder = new Recorder(aws.world, options.watch, rehearsal.traffic.names);
  const cloudFormation = startCloudFormation({
    world: aws.world,
    timeline: aws.timeline,
    answer,
    types: registeredTypes(aws, (turn) => recorder.onTurn(turn)),
    onEvent: (stack, event) => recorder.onEvent(stack, event),
  });
  const deployments = new Deployments(rehearsal, cloudFormation);
  return { rehearsal, options, aws, recorder, cloudFormation, deployments };
}

interface Performance {
  readonly log: readonly RequestRecord[];
  readonly lookups: readonly LookupRecord[];
  readonly stacks: readonly StackOutcome[];
  readonly misplaced: readonly string[];
  readonly hints: readonly ReportHint[];
  readonly simulatedSeconds: number;
}

/** Traffic from now on; deployments one after the other; then traffic for a while longer. */
async function perform(stage: Stage): Promise<Performance> {
  const { rehearsal, options, aws, recorder } = stage;
  const startedAt = aws.timeline.now();
  const traffic = startTraffic(trafficPlan(rehearsal), { ...aws, seed: options.seed }, startedAt);
  recorder.begin(startedAt);
  options.watch({
    kind: 'started',
    description: rehearsal.description,
    seed: options.seed,
    names: rehearsal.traffic.names,
  });
  const deploying = deployAll(stage, startedAt);
  const pace = paceOf(options.speed, startedAt);
  const tailMs = secondsToMs(rehearsal.traffic.tailSeconds);
  keepTraffic({
    timeline: aws.timeline,
    traffic,
    watch: new ChangeWatch(aws.world),
    isOver: (now) => now >= (deploying.settledAt ?? Number.POSITIVE_INFINITY) + tailMs,
    rest: (now) => {
      recorder.onBeat(now, traffic.log);
      return pace(now);
    },
  });
  try {
    await aws.timeline.run();
    const deployed = await deploying.done;
    const settled = [...new Set(deployed.map(({ stack }) => stack))];
    return {
      log: traffic.log,
      lookups: traffic.lookups,
      stacks: deployed.map(({ outcome }) => outcome),
      misplaced: [...misplacedAliases(aws.world, settled), ...deployed.flatMap(({ leftovers }) => leftovers)],
      hints: hintsOf(settled),
      simulatedSeconds: (aws.timeline.now() - startedAt) / 1000,
    };
  } finally {
    traffic.stop();
  }
}

function trafficPlan({ traffic }: Rehearsal): TrafficPlan {
  const { names, path, expect, requestsPerSecond, requestsPerSecondNearChange } = traffic;
  return {
    names: names.map((name) => ({ name, path, expect })),
    requestsPerSecond,
    requestsPerSecondNearChange,
  };
}
