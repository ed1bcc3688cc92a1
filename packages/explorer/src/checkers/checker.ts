import type { World } from '@cutover/local-aws';

/** A law that no run may break. Checkers read the world alone: they never ask the plan or the journal. */
export interface Checker {
  readonly law: string;
  atEveryInstant?(world: World): Violation[];
  atEnd?(world: World, end: End): Violation[];
}

export interface End {
  readonly created: string;
  readonly deleted?: string;
}

export interface Violation {
  readonly law: string;
  readonly found: string;
  /** Virtual seconds since the start. */
  readonly atSeconds: number;
}

export const violation = (law: string, world: World, found: string): Violation => ({
  law,
  found,
  atSeconds: (world.now - world.startedAt) / 1000,
});
