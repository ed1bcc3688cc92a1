import { type Instant, minutesToMs } from '@cutover/ground';
import type { Disposition, Failure, FailureName, HandlerErrorCode } from './failure';

/** What went wrong last, and how often in a row: the plan decides by it whether to try on. */
export interface Trouble<K extends string = string> {
  /** Kind of the action that failed; `look` when it was an observation. */
  readonly action: K | 'look';
  readonly failure: FailureName;
  readonly disposition: Disposition;
  readonly code: HandlerErrorCode;
  readonly message: string;
  readonly times: number;
  readonly since: Instant;
}

interface Troubled<A extends { readonly kind: string }> {
  readonly trouble?: Trouble<A['kind']>;
}

/** The journal after an action or a look that failed; the same failure of the same action counts on. */
export function withTrouble<A extends { readonly kind: string }, J extends Troubled<A>>(
  journal: J,
  { failure, disposition, code, message }: Failure,
  action: A | undefined,
  now: Instant,
): J {
  const kind: A['kind'] | 'look' = action?.kind ?? 'look';
  const { trouble } = journal;
  const same = trouble?.action === kind && trouble.failure === failure ? trouble : undefined;
  const times = (same?.times ?? 0) + 1;
  const since = same?.since ?? now;
  return { ...journal, trouble: { action: kind, failure, disposition, code, message, times, since } };
}

/** CloudFormation waits 36 hours for a handler (timeoutInMinutes 2160 in the schemas); a run ends before it does. */
const RUN_MINUTES_MAX = 35 * 60;

/** When waiting ends. */
export const deadlineOf = ({ startedAt }: { readonly startedAt: Instant }): Instant =>
  startedAt + minutesToMs(RUN_MINUTES_MAX);
