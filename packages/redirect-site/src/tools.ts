import type { Clock } from '@cutover/ground';
import type { Answer, Request } from '@cutover/redirect-rules';
import type { RulesMemory } from './rules/memory';

/** What the domain needs beside the world: an engine for the function, and the time. */
export interface SiteTools {
  /** Runs the very bytes that are to be published, on this side. Answers stand in the order of the requests. */
  readonly runFunction: (
    code: string,
    items: ReadonlyMap<string, string>,
    requests: readonly Request[],
  ) => Promise<readonly Answer[]>;
  /** The event of a request in JSON, as TestFunction takes it. */
  readonly eventOf: (request: Request) => string;
  /** The answer in the output of TestFunction. What no viewer would get as an answer has status 0 and says why. */
  readonly answerIn: (output: string, request: Request) => Answer;
  readonly clock: Clock;
  /** Left out: nothing is remembered from one turn to the next. */
  readonly memory?: RulesMemory;
}
