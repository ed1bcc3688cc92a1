import type { DescribeStackSetInput, DescribeStackSetOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findStackSet, stackSetNeed } from './stack-set';

export const describeStackSet: Operation<DescribeStackSetInput, DescribeStackSetOutput> = {
  service: 'cloudformation',
  name: 'DescribeStackSet',
  needs: stackSetNeed('DescribeStackSet'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    return {
      StackSet: {
        StackSetName: set.name,
        StackSetId: set.id,
        Status: 'ACTIVE',
        TemplateBody: set.template,
        Parameters: Object.entries(set.parameters).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
        PermissionModel: 'SELF_MANAGED',
        AdministrationRoleARN: set.administrationRoleArn,
        ExecutionRoleName: set.executionRoleName,
      },
    };
  },
};
