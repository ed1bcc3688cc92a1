import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invocation, World } from '@cutover/local-aws';
import { UserError } from '../user-error';
import { copyProject } from './copy';
import { checkExports, type InputSet } from './inputs';
import type { TypeProject } from './project';
import type { ContractReport, SetReport } from './report';
import { type HandlerCall, Results, type TestResult } from './results';
import { type ContractSetting, homeOf } from './setting';
import { sideBySide } from './side-by-side';
import { type Stage, setStage } from './stage';
import { type Suite, type SuiteEnd, startSuite } from './suite';

export interface ContractOptions {
  readonly project: TypeProject;
  readonly setting: ContractSetting;
  readonly sets: readonly InputSet[];
  readonly python: string;
  readonly seed: string;
  readonly startedAt: number;
  /** For pytest. */
  readonly words: readonly string[];
  /** How many sets run at a time. */
  readonly jobs: number;
  readonly watch: ContractWatch;
}

interface RunOptions extends ContractOptions {
  readonly cacheFolder: string;
}

/** Hears how it goes; of several sets at once when there are jobs for them. */
export interface ContractWatch {
  staged(set: InputSet, stage: Stage): void;
  /** The handler has answered. */
  called(set: InputSet, call: HandlerCall): void;
  tested(set: InputSet, result: TestResult): void;
  /** @param world as the set has left it */
  ended(set: SetReport, suite: SuiteEnd, world: World): void;
}

/** Runs the suite once for each input set, each on a local AWS of its own. */
export async function runContract(options: ContractOptions): Promise<ContractReport> {
  // Each set has a process of its own, which loads the same bundle.
  const cacheFolder = mkdtempSync(join(tmpdir(), 'cutover-compiled-'));
  const run = { ...options, cacheFolder };
  const sets = await sideBySide(options.sets, options.jobs, (set, aborted) =>
    runSet(run, set, aborted),
  ).finally(() => rmSync(cacheFolder, { recursive: true, force: true }));
  const verdict = sets.every((set) => set.verdict === 'PASSED') ? 'PASSED' : 'FAILED';
  return { typeName: options.project.typeName, verdict, seed: options.seed, sets };
}

/** The suite's Python and the local AWS get ready at the same time: each of them takes a second or two. */
async function runSet(options: RunOptions, set: InputSet, aborted: AbortSignal): Promise<SetReport> {
  const { project, setting, python, words, watch } = options;
  const begun = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'cutover-contract-'));
  try {
    copyProject(project, set, folder);
    const results = new Results((result) => watch.tested(set, result));
    const suite = startSuite({
      ...{ python, folder, typeName: project.typeName, ...homeOf(setting), words },
      onPhase: (phase) => results.add(phase),
    });
    aborted.addEventListener('abort', suite.stop);
    try {
      return await runOnStage(options, { set, suite, results, begun, aborted });
    } finally {
      await suite.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface SetRun {
  readonly set: InputSet;
  readonly suite: Suite;
  readonly results: Results;
  readonly begun: number;
  readonly aborted: AbortSignal;
}

async function runOnStage(options: RunOptions, run: SetRun): Promise<SetReport> {
  const { project, setting, sets, seed, startedAt, cacheFolder, watch } = options;
  const { set, suite, results, begun, aborted } = run;
  const onInvocation = (invocation: Invocation): void => {
    const call = callOf(invocation);
    results.calls.push(call);
    watch.called(set, call);
  };
  const stage = await setStage(project, setting, { seed, startedAt, cacheFolder, onInvocation });
  try {
    // All of them: a mistake in the last set shall not come to light after minutes.
    checkExports(project.folder, sets, stage.exported);
    aborted.throwIfAborted();
    watch.staged(set, stage);
    const setAt = stage.aws.timeline.now();
    const staged = performance.now();
    const end = await suite.run({ endpoint: stage.aws.endpoint, roleArn: stage.roleArn });
    aborted.throwIfAborted();
    if (results.tests.length === 0 && end.exitCode !== 0) throw nothingRan(options, end);
    const isPassed = end.exitCode === 0 && results.count('failed') === 0;
    const report: SetReport = {
      set: set.number,
      verdict: isPassed ? 'PASSED' : 'FAILED',
      passed: results.count('passed'),
      skipped: results.count('skipped'),
      failed: results.count('failed'),
      seconds: inSeconds(performance.now() - begun),
      setupSeconds: inSeconds(staged - begun),
      simulatedSeconds: inSeconds(stage.aws.timeline.now() - setAt),
      handlers: results.handlers(),
      tests: results.tests,
    };
    watch.ended(report, end, stage.aws.world);
    return report;
  } finally {
    await stage.aws.stop();
  }
}

const inSeconds = (ms: number): number => Math.round(ms / 10) / 100;

function callOf({ payload, result }: Invocation): HandlerCall {
  const { action = '' } = payload as { readonly action?: string };
  if (result.kind !== 'answered')
    return {
      action,
      status: result.kind,
      ...(result.kind === 'crashed' && { message: result.stderr.split('\n')[0] }),
    };
  const { status, errorCode, message } = result.event;
  return { action, status: String(status), errorCode: errorCode ?? undefined, message: message ?? undefined };
}

/** pytest ends so when -k fits no test; cfn, when it cannot read the project. */
function nothingRan({ words }: ContractOptions, { output }: SuiteEnd): UserError {
  const lines = output.trim().split('\n');
  const said =
    lines.findLast((line) => /deselected|Error|error/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return new UserError(
    `no test of the suite ran${words.length > 0 ? ` with ${words.join(' ')}` : ''}: ${said}`,
  );
}
