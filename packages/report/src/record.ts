/**
 * One run as the page shows it: plain data, from a rehearsal or from watching a real move. Times are seconds since
 * the first request. What is left out has no section.
 */
export interface RunRecord {
  /** What was done, in the words of whoever did it. */
  readonly title: string;
  /** `virtual`: time of a rehearsal. `wall`: a real move was watched. */
  readonly clock: 'virtual' | 'wall';
  readonly durationSeconds: number;
  readonly verdict: { readonly passed: boolean; readonly reasons: readonly string[] };
  /** The figures of the JSON report; they are printed, never worked out again. */
  readonly figures: Figures;
  /** Every request of the independent traffic, in order of time. */
  readonly requests: readonly RequestLine[];
  /** Who answers each name at the end: a side, `nobody`, or `split`. */
  readonly finalSide: Readonly<Record<string, string>>;
  readonly switches?: readonly Switch[];
  readonly answersByRule?: AnswersByRule;
  readonly steps?: readonly Step[];
  /** Where each migration stood, and the way back from there. */
  readonly stages?: readonly Stage[];
  readonly wayBack?: WayBack;
  readonly dns?: readonly DnsAnswer[];
  readonly origins?: readonly OriginRequest[];
  readonly calls?: readonly Call[];
  readonly stacks?: readonly Stack[];
  readonly hints?: readonly Hint[];
  /** What the run says nothing about, one sentence each. */
  readonly notes?: readonly string[];
  /** The command that makes the same run again. */
  readonly replay?: string;
}

export interface Figures {
  readonly requests: number;
  readonly failed: number;
  /** Requests that a kept connection answered 421 and a fresh one well, at once; they did not fail. */
  readonly retried421?: number;
  readonly longestGapMs: number;
  readonly shortestVisibleHoleMs: number;
  readonly shortestVisibleHoleNearChangeMs: number | null;
  readonly restoreSeconds: number | null;
}

export interface RequestLine {
  readonly t: number;
  readonly name: string;
  /** The edge that was asked; empty when DNS gave none. */
  readonly address: string;
  readonly side?: string;
  readonly status?: number;
  /** Why it failed, in words. */
  readonly error?: string;
  readonly failed: boolean;
}

/** The first answer of another side for a name at one edge. */
export interface Switch {
  readonly t: number;
  readonly name: string;
  readonly address: string;
  readonly from: string;
  readonly to: string;
}

/** Which rule of a redirect site has answered how many requests when. */
export interface AnswersByRule {
  /** How long an interval is. */
  readonly everySeconds: number;
  /** In order of the first request of each. */
  readonly answers: readonly RuleAnswer[];
}

/** One answer to the requests of a name. */
export interface RuleAnswer {
  readonly name: string;
  /** Id of the rule; left out where no rule would answer so. */
  readonly rule?: string;
  /** Those of the rules that answer so: two are alike where a change has not touched the rule. */
  readonly generations: readonly number[];
  readonly status: number;
  readonly location?: string;
  readonly requests: number;
  /** Seconds of the first and the last of them. */
  readonly from: number;
  readonly to: number;
  /** How many of them are in each interval, from 0 on. */
  readonly perInterval: readonly number[];
}

/** Something that a migration, CloudFormation or a person did. */
export interface Step {
  readonly t: number;
  readonly what: string;
  readonly detail?: string;
  /** Of which stack; left out where no stack speaks. */
  readonly stack?: string;
}

/** A migration entered a phase, or said something new in it. */
export interface Stage {
  readonly t: number;
  /** Which migration. */
  readonly of: string;
  readonly phase: string;
  readonly says: string;
  readonly wayBack: { readonly short: string; readonly how: string };
}

/** The way back at the end of the run. */
export interface WayBack {
  /** A few words, for the first screen. */
  readonly short: string;
  readonly sentences: readonly string[];
}

/** What was answered for a name from `t` on, until the next of the same name and witness. */
export interface DnsAnswer {
  readonly t: number;
  readonly name: string;
  readonly witness: 'name servers' | 'public resolver';
  /** `ALIAS d111111abcdef8.cloudfront.net`, `NXDOMAIN`, … */
  readonly answer: string;
}

export interface OriginRequest {
  readonly t: number;
  readonly origin: string;
  readonly distribution: string;
  readonly status: number;
}

/** One call of AWS. */
export interface Call {
  /** Below zero: before the first request. */
  readonly t: number;
  readonly actor: string;
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  /** `ok` or the error's code. */
  readonly outcome: string;
  /** The ETag that the answer carried. */
  readonly etag?: string;
  /** The fault that was struck. */
  readonly fault?: string;
}

export interface Stack {
  readonly account: string;
  readonly name: string;
  readonly status: string;
  readonly reason?: string;
}

/** What the owner of a distribution has to deploy next, or the next deployment undoes the move. */
export interface Hint {
  readonly stack: string;
  readonly logicalId: string;
  readonly warnings: readonly string[];
  /** YAML for the template that owns the source. */
  readonly reconcileSource: string;
  readonly reconcileTarget: string;
}
