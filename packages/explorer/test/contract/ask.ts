import type { Ports } from '@cutover/alias-migration';
import type { FailureName } from '@cutover/handler-kit';
import type { given } from './given';

/** One question to the ports, in a world that is told in `given` and struck by `fault`. */
export interface Ask {
  readonly name: string;
  readonly given?: keyof typeof given;
  readonly fault?: string;
  /** The target's side asks as a role that is allowed nothing. */
  readonly asNobody?: true;
  /** @param etagOf the distribution's ETag at the beginning */
  readonly ask: (ports: Ports, etagOf: (distributionId: string) => string) => Promise<unknown>;
  /** The failure that it has to be; left out, an answer. */
  readonly fails?: FailureName;
}

const failures = {
  throttled: 'Throttled',
  before: 'ServiceFailed',
  after: 'ServiceFailed',
  lost: 'Unreachable',
} as const satisfies Record<string, FailureName>;

type Trouble = keyof typeof failures;

/** An operation struck by faults; each ask is a process, so only one or two operations of a service meet all. */
export const troubles = (
  operation: string,
  ask: Ask['ask'],
  kinds: readonly Trouble[] = ['throttled', 'before', 'after', 'lost'],
): Ask[] =>
  kinds.map((kind) => ({
    name: `${operation} ${kind}`,
    fault: `${operation}.${kind}@1`,
    ask,
    fails: failures[kind],
  }));
