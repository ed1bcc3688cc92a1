/** What a rehearsal hands back: the document that `--json` prints and the report is written from. */
export interface RehearsalResult {
  readonly verdict: 'PASSED' | 'FAILED';
  /** Why it failed, one sentence each; empty when it passed. */
  readonly reasons: readonly string[];
  readonly description: string;
  readonly requests: number;
  readonly failed: number;
  /** Failed requests in words, grouped: `403 from 203.0.113.10 (12 requests)`. */
  readonly failures: readonly string[];
  readonly longestGapMs: number;
  /** A hole in the service shorter than this could have stayed unseen. */
  readonly shortestVisibleHoleMs: number;
  /** From the first failed request to the instant after which none failed; null when nothing was put back. */
  readonly restoreSeconds: number | null;
  readonly steps: readonly Step[];
  readonly switches: readonly Switch[];
  /** Which side answered each name last; `none` when nobody did. */
  readonly finalSide: Readonly<Record<string, string>>;
  readonly stacks: readonly StackOutcome[];
  readonly wallSeconds: number;
  readonly simulatedSeconds: number;
  readonly seed: string;
}

/** One thing that was done to the world, in plain words. */
export interface Step {
  /** Virtual seconds since the traffic began. */
  readonly atSeconds: number;
  /** `stack` for what CloudFormation did, `handler` for a change that the type made. */
  readonly actor: 'stack' | 'handler';
  readonly text: string;
}

/** A name whose requests at one address were answered by another side from then on. */
export interface Switch {
  readonly atSeconds: number;
  readonly name: string;
  readonly address: string;
  readonly from: string;
  readonly to: string;
}

export interface StackOutcome {
  readonly account: string;
  readonly stack: string;
  /** As DescribeStacks shows it: `CREATE_COMPLETE`, `ROLLBACK_COMPLETE`, … */
  readonly status: string;
  /** What the templates ask for. */
  readonly expected: string;
  /** The first failure's message, if there was one. */
  readonly reason?: string;
}
