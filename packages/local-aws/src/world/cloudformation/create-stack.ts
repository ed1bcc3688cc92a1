import type { CreateStackInput, CreateStackOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { newStack } from './new-stack';
import { orderedTemplate } from './stack-order';
import { stackAt, stackNeed } from './stacks';
import { templateNeeds } from './template-text';

/** Taken down as an order: the stack shows at once, and its resources come while time passes. */
export const createStack: Operation<CreateStackInput, CreateStackOutput> = {
  service: 'cloudformation',
  name: 'CreateStack',
  needs: (input, world, caller) => [
    ...stackNeed('CreateStack', caller, input.StackName),
    ...templateNeeds(input, world),
  ],
  perform: (world, input, caller) => {
    const { StackName: name = '' } = input;
    const { accountId, region } = caller;
    const ordered = orderedTemplate(world, caller, input);
    if (stackAt(world, caller, name))
      throw new AwsFailure('AlreadyExistsException', 400, `Stack [${name}] already exists`);
    const { id } = newStack(world, caller, name, 'CREATE_IN_PROGRESS');
    world.stackOrders.push({ kind: 'create', id, accountId, region, name, ...ordered });
    return { StackId: id };
  },
};
