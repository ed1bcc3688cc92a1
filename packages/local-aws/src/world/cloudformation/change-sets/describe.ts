import type { Change, DescribeChangeSetInput, DescribeChangeSetOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../operation';
import { stackNeed } from '../stacks';
import { findChangeSet } from './find';
import type { ResourceChangeRecord } from './record';

/** How far a change set is, and what it would change. */
export const describeChangeSet: Operation<DescribeChangeSetInput, DescribeChangeSetOutput> = {
  service: 'cloudformation',
  name: 'DescribeChangeSet',
  needs: (input, _world, caller) => stackNeed('DescribeChangeSet', caller, input.StackName),
  perform: (world, input, caller) => {
    const found = findChangeSet(world, caller, input);
    return {
      ChangeSetId: found.id,
      ChangeSetName: found.name,
      StackId: found.stackId,
      StackName: found.stackName,
      CreationTime: new Date(found.createdAt),
      Status: found.status,
      ...(found.statusReason !== undefined && { StatusReason: found.statusReason }),
      ExecutionStatus: found.status === 'CREATE_COMPLETE' ? 'AVAILABLE' : 'UNAVAILABLE',
      Changes: found.changes.map(changeAnswer),
    };
  },
};

const changeAnswer = (change: ResourceChangeRecord): Change => ({
  Type: 'Resource',
  ResourceChange: {
    Action: change.action,
    LogicalResourceId: change.logicalId,
    ...(change.physicalId !== undefined && { PhysicalResourceId: change.physicalId }),
    ResourceType: change.type,
    ...(change.replacement !== undefined && { Replacement: change.replacement }),
    Scope: change.properties === undefined ? [] : ['Properties'],
    Details: (change.properties ?? []).map((name) => ({ Target: { Attribute: 'Properties', Name: name } })),
  },
});
