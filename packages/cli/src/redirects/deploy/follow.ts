import type { ChangeSet, DeployAccount, DeployedStack, StackEvent } from '@cutover/aws-adapter';

/** Time at the desk. */
export interface Pace {
  sleep(ms: number): Promise<void>;
}

/** A change of nothing is over at once, one of certificates takes many minutes: every 2 s in the end. */
const waitMs = (looks: number): number => Math.min(2_000, 250 * 2 ** looks);

/** Waits until CloudFormation has said what a change set would do. */
export async function seenChangeSet({ stacks }: DeployAccount, id: string, pace: Pace): Promise<ChangeSet> {
  for (let looks = 0; ; looks++) {
    const changeSet = await stacks.changeSet(id);
    if (!/(PENDING|IN_PROGRESS)$/.test(changeSet.status)) return changeSet;
    await pace.sleep(waitMs(looks));
  }
}

/** What CloudFormation says of a change set that would change nothing. It has no status of its own for it. */
export const isEmpty = ({ status, reason }: ChangeSet): boolean =>
  status === 'FAILED' && /didn't contain changes|No updates are to be performed/.test(reason);

export interface Followed {
  readonly stack: DeployedStack;
  /** Why it failed, in the words of the first resource that did. */
  readonly why?: string;
}

/** The newest event of a stack before a change: what comes after it is of the change. */
export const lastEvent = async ({ stacks }: DeployAccount, stackId: string): Promise<string | undefined> =>
  (await stacks.events(stackId, undefined)).at(-1)?.id;

/** Shows the events of a stack as they come, until the change has ended one way or the other. */
export async function followed(
  { stacks }: DeployAccount,
  {
    stackId,
    after,
    pace,
  }: { readonly stackId: string; readonly after: string | undefined; readonly pace: Pace },
  show: (event: StackEvent) => void,
): Promise<Followed> {
  const failures: StackEvent[] = [];
  for (let last = after, looks = 0; ; looks++) {
    // The stack first: what happens between the two calls is then in the events.
    const stack = await stacks.find(stackId);
    for (const event of await stacks.events(stackId, last)) {
      last = event.id;
      if (event.status.endsWith('_FAILED')) failures.push(event);
      show(event);
    }
    if (stack !== undefined && !/(_IN_PROGRESS)$/.test(stack.status))
      return { stack, ...whyOf(stack, failures) };
    await pace.sleep(waitMs(looks));
  }
}

const whyOf = ({ status, reason }: DeployedStack, [first]: readonly StackEvent[]): { why?: string } =>
  hasSucceeded(status) ? {} : { why: first === undefined ? reason : `${first.logicalId}: ${first.reason}` };

export const hasSucceeded = (status: string): boolean => /^(CREATE|UPDATE)_COMPLETE$/.test(status);
