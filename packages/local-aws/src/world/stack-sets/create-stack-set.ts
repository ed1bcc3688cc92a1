import type { CreateStackSetInput, CreateStackSetOutput } from '@aws-sdk/client-cloudformation';
import { orderedTemplate } from '../cloudformation/stack-order';
import { AwsFailure } from '../failure';
import { newUuid } from '../ids';
import type { Operation } from '../operation';
import { stackSetKey } from './record';
import { putStackSet, stackSetNeed } from './stack-set';

/** A set without stacks yet. Self-managed: the roles are named by whoever makes it. */
export const createStackSet: Operation<CreateStackSetInput, CreateStackSetOutput> = {
  service: 'cloudformation',
  name: 'CreateStackSet',
  needs: stackSetNeed('CreateStackSet'),
  perform: (world, input, caller) => {
    const { accountId, region } = caller;
    const { StackSetName: name = '', AdministrationRoleARN, ExecutionRoleName } = input;
    const { template, parameters } = orderedTemplate(world, caller, input);
    if (world.stackSets.has(stackSetKey({ accountId, region }, name)))
      throw new AwsFailure('NameAlreadyExistsException', 409, `StackSet ${name} already exists`);
    const id = `${name}:${newUuid(world)}`;
    putStackSet(world, {
      id,
      name,
      accountId,
      region,
      template,
      parameters,
      administrationRoleArn: AdministrationRoleARN,
      executionRoleName: ExecutionRoleName,
      instances: [],
      operations: [],
    });
    return { StackSetId: id };
  },
};
