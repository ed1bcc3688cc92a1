import type { Instant } from '@cutover/ground';
import type { Because, Journal } from '../journal';
import type { Migration } from '../migration';

/**
 * An update that moves names: some legs, one after the other, each a run of its own with the names and the ends that it
 * is about. Where one fails, those that have passed are taken back, and the resource is what it was.
 */
export interface Course {
  /** What the update began from, done. */
  readonly from: Journal;
  /** What the update asks for, all legs together. */
  readonly whole: Migration;
  /** What the leg under way is. again: a move that undoes a return. */
  readonly leg: LegKind | 'again';
  readonly ahead: readonly Leg[];
  readonly passed: readonly Passed[];
  /** The update is taken back. */
  readonly back?: Back;
  /** When all legs had passed; until some time later the whole can be taken back, as a rollback of the stack asks. */
  readonly endedAt?: Instant;
}

/** move: names come to the target. return: names that are no longer declared go home, the way that a delete takes. */
type LegKind = 'move' | 'return';

export interface Leg {
  readonly kind: LegKind;
  readonly migration: Migration;
}

/** A leg at its end, as its way back needs it. Names are returned last, so only a rollback has to move them again. */
export interface Passed {
  readonly kind: LegKind;
  readonly journal: Journal;
}

export interface Back {
  /** Whether the stack asks for it, and so hears of success; else the update has failed. */
  readonly isAsked: boolean;
  readonly because: Because;
  /** Whether the leg under way is one that undoes. */
  readonly isUndoing: boolean;
}

/** An update under way. */
export const courseOf = ({ course }: Journal): Course | undefined =>
  course && course.endedAt === undefined ? course : undefined;

/** A journal that others keep: an update of an update is taken back one step at most. */
export const bare = ({ course: _, earlier: __, begunFrom: ___, ...journal }: Journal): Journal => journal;
