import type { World } from '@cutover/local-aws';
import type { Case } from '../worlds';
import type { Checker, End, Violation } from './checker';
import { checkersOf } from './laws';

/** Holds a run to the laws, from its first instant to its end. */
export interface Judge {
  /** Called at every instant at which the world may have changed. */
  look(): void;
  /** @returns every law that was broken, each with its first breach: the rest follows from it */
  conclude(end: End): readonly Violation[];
}

/** @param laws bound to the world as it was before the run; left out, it is now */
export function judgeOf(
  scenario: Case,
  world: World,
  laws: readonly Checker[] = checkersOf(scenario, world),
): Judge {
  const found: Violation[] = [];
  const unbroken = () => laws.filter(({ law }) => !found.some((violation) => violation.law === law));
  return {
    look: () => {
      for (const checker of unbroken()) found.push(...(checker.atEveryInstant?.(world)?.slice(0, 1) ?? []));
    },
    conclude: (end) => [...found, ...laws.flatMap((checker) => checker.atEnd?.(world, end) ?? [])],
  };
}
