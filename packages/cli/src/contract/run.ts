import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Invocation, World } from '@cutover/local-aws';
import { UserError } from '../user-error';
import { copyProject } from './copy';
import { checkExports, type InputSet } from './inputs';
import type { TypeProject } from './project';
import type { ContractReport, SetReport } from './report';
import { type HandlerCall, Results, type TestPhase, type TestResult } from './results';
import type { ContractSetting } from './setting';
import { type Stage, setStage } from './stage';
import { runSuite, type SuiteEnd } from './suite';

export interface ContractOptions {
  readonly project: TypeProject;
  readonly setting: ContractSetting;
  readonly sets: readonly InputSet[];
  readonly python: string;
  readonly seed: string;
  readonly startedAt: number;
  /** For pytest. */
  readonly words: readonly string[];
  readonly watch: ContractWatch;
}

/** Hears how it goes. */
export interface ContractWatch {
  staged(set: InputSet, stage: Stage): void;
  /** The handler has answered. */
  called(call: HandlerCall): void;
  tested(result: TestResult): void;
  /** @param world as the set has left it */
  ended(set: SetReport, suite: SuiteEnd, world: World): void;
}

/** Runs the suite once for each input set, each on a local AWS of its own. */
export async function runContract(options: ContractOptions): Promise<ContractReport> {
  const sets: SetReport[] = [];
  for (const set of options.sets) sets.push(await runSet(options, set));
  const verdict = sets.every((set) => set.verdict === 'PASSED') ? 'PASSED' : 'FAILED';
  return { typeName: options.project.typeName, verdict, seed: options.seed, sets };
}

async function runSet(options: ContractOptions, set: InputSet): Promise<SetReport> {
  const { project, setting, sets, seed, startedAt, watch } = options;
  const results = new Results(watch.tested);
  const begun = performance.now();
  const onInvocation = (invocation: Invocation): void => {
    const call = callOf(invocation);
    results.calls.push(call);
    watch.called(call);
  };
  const stage = await setStage(project, setting, { seed, startedAt, onInvocation });
  try {
    // All of them: a mistake in the last set shall not come to light after minutes.
    checkExports(project.folder, sets, stage.exported);
    watch.staged(set, stage);
    const setAt = stage.aws.timeline.now();
    const staged = performance.now();
    const suite = await suiteOn(options, set, stage, (phase) => results.add(phase));
    if (results.tests.length === 0 && suite.exitCode !== 0) throw nothingRan(options, suite);
    const isPassed = suite.exitCode === 0 && results.count('failed') === 0;
    const report: SetReport = {
      set: set.number,
      verdict: isPassed ? 'PASSED' : 'FAILED',
      passed: results.count('passed'),
      skipped: results.count('skipped'),
      failed: results.count('failed'),
      seconds: inSeconds(performance.now() - staged),
      setupSeconds: inSeconds(staged - begun),
      simulatedSeconds: inSeconds(stage.aws.timeline.now() - setAt),
      handlers: results.handlers(),
      tests: results.tests,
    };
    watch.ended(report, suite, stage.aws.world);
    return report;
  } finally {
    await stage.aws.stop();
  }
}

async function suiteOn(
  { project, python, words }: ContractOptions,
  set: InputSet,
  stage: Stage,
  onPhase: (phase: TestPhase) => void,
): Promise<SuiteEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-contract-'));
  try {
    copyProject(project, set, folder);
    return await runSuite(stage, { python, folder, typeName: project.typeName, words, onPhase });
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
