import { newStack } from '../../src/world/cloudformation/new-stack';
import type { StackRecord } from '../../src/world/cloudformation/stack-record';
import { exportKey } from '../../src/world/cloudformation/stacks';
import type { World } from '../../src/world/world';

/** A stack as the stack driver writes it into the world, and its exports. */
export function addStack(world: World, name: string, more: Partial<StackRecord> = {}): StackRecord {
  const accountId = more.accountId ?? [...world.accounts.keys()][0]!;
  const region = more.region ?? 'us-east-1';
  const stack = { ...newStack(world, { accountId, region }, name, 'CREATE_COMPLETE'), ...more };
  world.stacks.set(stack.id, stack);
  for (const { value, exportName } of stack.outputs)
    if (exportName !== undefined)
      world.exports.set(exportKey(accountId, region, exportName), {
        accountId,
        region,
        name: exportName,
        value,
        stackId: stack.id,
      });
  return stack;
}
