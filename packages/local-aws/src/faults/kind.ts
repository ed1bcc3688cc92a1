import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';

export type Settings = Readonly<Record<string, number | string>>;

/** One fault that hits one call. */
export interface Strike {
  readonly world: World;
  readonly request: Request;
  readonly settings: Settings;
  /** What the call costs its caller, faulty or not. */
  readonly latencyMs: number;
}

/** A kind of fault: which calls it can hit, and what it does before, during or after them. */
export interface FaultKind {
  /** The last word of its point. */
  readonly kind: string;
  /** What happens and where it strikes, for people who choose from the list. */
  readonly sentence: string;
  /** Every setting that it has, with its default. */
  readonly settings: Settings;
  /** What it can hit; without it, every operation of every service. */
  canStrike?(service: string, operation: string): boolean;
  /**
   * What it did to the world stays: no retry helps, and the best that a move can do is to end as it began. Without it,
   * the fault passes, and a move that was going well still comes to its end.
   */
  readonly lasts?: true;
  /** What somebody or something else does to the world just before the operation. */
  meanwhile?(strike: Strike): void;
  /** The answer in place of the operation, which then never happens. */
  instead?(strike: Strike): Answer;
  /** The world as the operation reads it. */
  sees?(strike: Strike): World;
  /**
   * What becomes of the effect and of the answer.
   * @param sequence the world's before the operation: greater numbers were drawn by it
   */
  afterwards?(strike: Strike, sequence: number, answer: Answer): Answer;
}
