import type { Migration } from './migration';
import { type Choice, customerFirst, type Past, type PlannedStep, ways } from './strategies';

/** The plan in sentences: what will be done in which order, why so, and the way back at each point. */
export const explain = (migration: Migration, past: Past, { way, others }: Choice): string[] => [
  `${way.strategy}: ${way.why}.`,
  ...others.map(({ strategy, whyNot }) => `Not ${strategy}: ${whyNot}.`),
  ...stepsOf(migration, past).map(
    ({ does, wayBack }, index) => `${index + 1}. ${does}${wayBack ? ` Way back: ${wayBack}` : ''}`,
  ),
];

/** Everything that will be done, in order. */
export const stepsOf = (migration: Migration, past: Past): PlannedStep[] => [
  ...customerFirst(migration, past),
  ...ways[past.strategy].steps(migration, past),
];
