import { AwsFailure } from '../../failure';
import type { Caller } from '../../operation';
import type { World } from '../../world';
import { findStack } from '../stacks';
import type { ChangeSetRecord } from './record';

interface Asked {
  readonly ChangeSetName?: string | undefined;
  readonly StackName?: string | undefined;
}

/** By its id, or by its name and its stack. @throws AwsFailure where there is none */
export function findChangeSet(world: World, caller: Caller, asked: Asked): ChangeSetRecord {
  const { ChangeSetName: given = '' } = asked;
  const found = given.startsWith('arn:')
    ? world.changeSets.get(given)
    : named(world, given, findStack(world, caller, asked.StackName).id);
  if (!found) throw new AwsFailure('ChangeSetNotFound', 404, `ChangeSet [${given}] does not exist`);
  return found;
}

/** The change set of this name for a stack. */
export const named = (world: World, name: string, stackId: string): ChangeSetRecord | undefined =>
  [...world.changeSets.values()].find((each) => each.name === name && each.stackId === stackId);
