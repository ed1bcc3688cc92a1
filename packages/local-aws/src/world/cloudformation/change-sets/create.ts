import type { CreateChangeSetInput, CreateChangeSetOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../../failure';
import { newUuid } from '../../ids';
import type { Caller, Operation } from '../../operation';
import type { World } from '../../world';
import { newStack } from '../new-stack';
import { orderedTemplate, orderedUpdate } from '../stack-order';
import type { StackRecord } from '../stack-record';
import { findStack, stackAt, stackNeed, validationError } from '../stacks';
import { templateNeeds } from '../template-text';
import { named } from './find';

/**
 * Taken down as an order: it says CREATE_PENDING until the stack driver has found what would change. One of type
 * CREATE begins a stack in REVIEW_IN_PROGRESS, which stays when the change set goes (API Reference, CreateChangeSet).
 */
export const createChangeSet: Operation<CreateChangeSetInput, CreateChangeSetOutput> = {
  service: 'cloudformation',
  name: 'CreateChangeSet',
  needs: (input, world, caller) => [
    ...stackNeed('CreateChangeSet', caller, input.StackName),
    ...templateNeeds(input, world),
  ],
  perform: (world, input, caller) => {
    const { ChangeSetName: name = '', ChangeSetType: type = 'UPDATE' } = input;
    if (type === 'IMPORT')
      throw new AwsFailure('NotImplemented', 400, 'The local AWS imports no resources into stacks.');
    const ordered = (type === 'CREATE' ? orderedTemplate : orderedUpdate)(world, caller, input);
    const stack =
      type === 'CREATE'
        ? stackInReview(world, input.StackName ?? '', caller)
        : existing(world, caller, input.StackName);
    if (named(world, name, stack.id))
      throw new AwsFailure('AlreadyExistsException', 400, `ChangeSet ${name} already exists`);
    const { accountId, region } = caller;
    const id = `arn:aws:cloudformation:${region}:${accountId}:changeSet/${name}/${newUuid(world)}`;
    const order = { id: stack.id, accountId, region, name: stack.name, ...ordered };
    world.changeSets.set(id, {
      id,
      name,
      stackId: stack.id,
      stackName: stack.name,
      kind: type,
      status: 'CREATE_PENDING',
      createdAt: world.now,
      changes: [],
      order: { kind: type === 'CREATE' ? 'create' : 'update', ...order },
    });
    world.stackOrders.push({ kind: 'preview', changeSetId: id, ...order });
    return { Id: id, StackId: stack.id };
  },
};

function existing(world: World, caller: Caller, nameOrId: string | undefined): StackRecord {
  const stack = findStack(world, caller, nameOrId, (given) => `Stack [${given}] does not exist`);
  if (!/^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.status))
    throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
  return stack;
}

function stackInReview(world: World, name: string, caller: Caller): StackRecord {
  const found = stackAt(world, caller, name);
  if (found && found.status !== 'REVIEW_IN_PROGRESS')
    throw validationError(`Stack [${name}] already exists and cannot be created again with the changeSet.`);
  return found ?? newStack(world, caller, name, 'REVIEW_IN_PROGRESS');
}
