import type { Instant } from '@cutover/ground';
import type { HandlerErrorCode } from '@cutover/handler-kit';
import type { Migration, Strategy } from '../migration';
import type { Observed } from '../observed';
import type { Distribution } from '../port';

/** What the checks of the preflight read. Both ends are there: their absence is found before. */
export interface Question {
  readonly migration: Migration;
  readonly strategy: Strategy;
  readonly observed: Observed;
  readonly source: Distribution;
  readonly target: Distribution;
  readonly now: Instant;
}

/** Why nothing will be changed: the property, what was found, and the way out. */
export interface Finding {
  readonly property: string;
  readonly found: string;
  readonly remedy: string;
  readonly code?: HandlerErrorCode;
}

/** One law of a safe move; undefined when it holds. */
export type Check = (question: Question) => Finding | undefined;

export const sentenceOf = ({ property, found, remedy }: Finding): string => `${property}: ${found} ${remedy}`;
