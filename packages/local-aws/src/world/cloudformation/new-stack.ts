import { newUuid } from '../ids';
import type { Caller } from '../operation';
import type { World } from '../world';
import type { StackRecord } from './stack-record';

/** Takes a stack down that has nothing yet: no template, no resource, no event. */
export function newStack(
  world: World,
  { accountId, region }: Pick<Caller, 'accountId' | 'region'>,
  name: string,
  status: StackRecord['status'],
): StackRecord {
  const stack: StackRecord = {
    id: `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/${newUuid(world)}`,
    name,
    accountId,
    region,
    status,
    createdAt: world.now,
    disableRollback: false,
    parameters: [],
    outputs: [],
    resources: [],
    events: [],
    imports: [],
  };
  world.stacks.set(stack.id, stack);
  return stack;
}
