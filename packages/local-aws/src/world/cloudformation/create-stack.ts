import type { CreateStackInput, CreateStackOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../failure';
import { newUuid } from '../ids';
import type { Operation } from '../operation';
import { orderedTemplate } from './stack-order';
import { stackNeed, stacksOf } from './stacks';
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
    if (stacksOf(world, caller).some((stack) => stack.name === name && stack.status !== 'DELETE_COMPLETE'))
      throw new AwsFailure('AlreadyExistsException', 400, `Stack [${name}] already exists`);
    const id = `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/${newUuid(world)}`;
    world.stacks.set(id, {
      id,
      name,
      accountId,
      region,
      status: 'CREATE_IN_PROGRESS',
      createdAt: world.now,
      disableRollback: false,
      parameters: [],
      outputs: [],
      resources: [],
      events: [],
      imports: [],
    });
    world.stackOrders.push({ kind: 'create', id, accountId, region, name, ...ordered });
    return { StackId: id };
  },
};
