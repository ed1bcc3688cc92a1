import type { ResourceChange } from '@cutover/local-aws';
import type { AnswersByRule } from '@cutover/report';

/** What `cutover rehearse --json` prints, and what the text verdict is made from. Times are virtual seconds since the start. */
export interface RehearsalReport {
  readonly verdict: 'PASSED' | 'FAILED';
  /** Why it FAILED, one sentence each; empty when it passed. */
  readonly reasons: readonly string[];
  readonly requests: number;
  readonly failed: number;
  /** Requests that a kept connection answered 421 and a fresh one well, at once; they did not fail. */
  readonly retried421: number;
  /** The longest stretch in which every request of one name at one address failed. */
  readonly longestGapMs: number;
  /** Any hole of at least this length, anywhere in the run, would have been seen. */
  readonly shortestVisibleHoleMs: number;
  /** The same near the changes of side, where requests are denser; null when nothing changed. */
  readonly shortestVisibleHoleNearChangeMs: number | null;
  /** From the first failed request until every name was served by its old side again; null when nothing was put back. */
  readonly restoreSeconds: number | null;
  readonly steps: readonly ReportStep[];
  readonly switches: readonly ReportSwitch[];
  readonly finalSide: Readonly<Record<string, string>>;
  readonly failures: readonly ReportFailure[];
  /** Which rule of a redirect site has answered how many requests when; left out where no name is of one. */
  readonly answersByRule?: AnswersByRule;
  readonly stacks: readonly ReportStack[];
  /** What each migration tells the owners of its distributions to deploy next. */
  readonly hints: readonly ReportHint[];
  /** What the rehearsal says nothing about, one sentence each: parts of a configuration that no local edge acts on. */
  readonly notes: readonly string[];
  readonly wallSeconds: number;
  readonly simulatedSeconds: number;
  readonly seed: string;
  /** The command that runs the very same rehearsal again. */
  readonly replay: string;
}

/** Something that the migration, CloudFormation or an operator did. */
export interface ReportStep {
  readonly t: number;
  readonly what: string;
  readonly detail?: string;
  readonly stack?: string;
}

/** The first answer of another side for a name at one edge. */
export interface ReportSwitch {
  readonly t: number;
  readonly name: string;
  readonly address: string;
  readonly from: string;
  readonly to: string;
}

/** Failed requests of one name with one reason. */
export interface ReportFailure {
  readonly name: string;
  readonly reason: string;
  readonly count: number;
  readonly addresses: readonly string[];
  readonly from: number;
  readonly to: number;
}

export interface ReportHint {
  readonly stack: string;
  readonly logicalId: string;
  readonly warnings: readonly string[];
  /** YAML for the template that owns the source. */
  readonly reconcileSource: string;
  readonly reconcileTarget: string;
}

export interface ReportStack {
  readonly account: string;
  readonly name: string;
  /** As CloudFormation words it: CREATE_COMPLETE, ROLLBACK_COMPLETE, … */
  readonly status: string;
  readonly reason?: string;
  /** The change set of an update, as it was before the update. */
  readonly changes?: readonly ResourceChange[];
}
