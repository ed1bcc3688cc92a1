import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import type { World } from '../world';
import { type StackSetRecord, stackSetKey } from './record';

/** @throws AwsFailure StackSetNotFoundException */
export function findStackSet(world: World, caller: Caller, name = ''): StackSetRecord {
  const found = world.stackSets.get(stackSetKey(caller, name.split(':')[0]!));
  if (!found) throw new AwsFailure('StackSetNotFoundException', 404, `StackSet ${name} not found`);
  return found;
}

export const putStackSet = (world: World, set: StackSetRecord): void => {
  world.stackSets.set(stackSetKey(set, set.name), set);
};

/** The need of an operation on a stack set, by name. */
export const stackSetNeed =
  (action: string) =>
  ({ StackSetName = '' }: { StackSetName?: string | undefined }, _world: World, caller: Caller): Need[] => [
    {
      action: `cloudformation:${action}`,
      resource: `arn:aws:cloudformation:${caller.region}:${caller.accountId}:stackset/${StackSetName}:*`,
    },
  ];
