import type { Outcome } from './run';
import type { Case } from './worlds';

/** One run to be made. */
export interface Walk {
  readonly scenario: Case;
  /** Of the world, where it is not the exploration's. */
  readonly seed?: string;
  readonly fault: string;
  /** The words of the command that walks it again, where the fault does not tell. */
  readonly replay?: string;
  readonly run: () => Promise<Outcome>;
}
