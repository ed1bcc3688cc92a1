import type { AnswersByRule } from '@cutover/report';
import { failureSentence, type RequestRecord, type Verdict, verdict } from '@cutover/traffic-probe';
import type { Expectation } from './rehearsal';
import type { RehearsalReport, ReportHint, ReportStack, ReportStep } from './report';
import { restoreSeconds } from './restore';

/** All that the verdict is made from. The planner of the move has no say in it. */
export interface Evidence {
  readonly log: readonly RequestRecord[];
  readonly stacks: readonly StackOutcome[];
  /** Sentences on what the world is not, although a template asks for it. */
  readonly misplaced: readonly string[];
  readonly steps: readonly ReportStep[];
  readonly expect: Expectation;
  readonly hints: readonly ReportHint[];
  readonly notes: readonly string[];
  readonly wallSeconds: number;
  readonly simulatedSeconds: number;
  readonly answersByRule?: AnswersByRule | undefined;
  readonly seed: string;
  readonly replay: string;
}

export interface StackOutcome extends ReportStack {
  /** What a deployment that works ends with, or one that is to be refused. */
  readonly expected: 'CREATE_COMPLETE' | 'UPDATE_COMPLETE' | 'ROLLBACK_COMPLETE' | 'UPDATE_ROLLBACK_COMPLETE';
}

/** PASSED only if no request failed and the end state is what the templates ask; else FAILED, and why. */
export function reportOf(evidence: Evidence): RehearsalReport {
  const measured = verdict(evidence.log);
  const reasons = reasonsOf(evidence, measured);
  return {
    verdict: reasons.length === 0 ? 'PASSED' : 'FAILED',
    reasons,
    requests: measured.requests,
    failed: measured.failed,
    retried421: measured.retried421,
    longestGapMs: measured.longestGapMs,
    shortestVisibleHoleMs: measured.shortestVisibleHoleMs,
    shortestVisibleHoleNearChangeMs: measured.shortestVisibleHoleNearChangeMs ?? null,
    restoreSeconds: restoreSeconds(evidence.log) ?? null,
    steps: evidence.steps,
    switches: measured.switches.map((each) => ({ ...each, t: seconds(each.t) })),
    finalSide: measured.finalSide,
    failures: measured.failures.map((each) => ({ ...each, from: seconds(each.from), to: seconds(each.to) })),
    ...(evidence.answersByRule && { answersByRule: evidence.answersByRule }),
    stacks: evidence.stacks.map(({ expected, ...stack }) => stack),
    hints: evidence.hints,
    notes: evidence.notes,
    wallSeconds: evidence.wallSeconds,
    simulatedSeconds: evidence.simulatedSeconds,
    seed: evidence.seed,
    replay: evidence.replay,
  };
}

const seconds = (ms: number): number => ms / 1000;

function reasonsOf({ stacks, expect, misplaced }: Evidence, measured: Verdict): string[] {
  const lost = measured.failed > 0 ? [`${measured.failed} of ${measured.requests} requests failed`] : [];
  const idle = measured.requests === 0 ? ['no request was made'] : [];
  const stuck = stacks
    .filter(({ status, expected }) => status !== expected)
    .map(({ name, account, status, expected, reason }) => {
      const why = reason === undefined ? '' : `: ${reason}`;
      return `stack ${name} in ${account} ended ${status}, not ${expected}${why}`;
    });
  const elsewhere = Object.entries(expect.finalSide)
    .filter(([name, side]) => measured.finalSide[name] !== side)
    .map(
      ([name, side]) =>
        `${name} is answered by ${measured.finalSide[name] ?? 'nobody'} in the end, not by ${side}`,
    );
  return [...idle, ...lost, ...measured.failures.map(failureSentence), ...stuck, ...elsewhere, ...misplaced];
}
