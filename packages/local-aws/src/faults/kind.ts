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
  /** One sentence for people who choose from the list. */
  readonly means: string;
  /** Every setting that it has, with its default. */
  readonly settings: Settings;
  /** What it can hit; without it, every operation of every service. */
  canStrike?(service: string, operation: string): boolean;
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
