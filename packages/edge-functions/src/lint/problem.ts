/** Something that CloudFront would refuse, at once or, worse, when a viewer comes. Line and column count from 1. */
export interface LintProblem {
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  /** What to write instead. */
  readonly instead: string;
}
