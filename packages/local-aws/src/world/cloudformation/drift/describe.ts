import type {
  DescribeStackDriftDetectionStatusInput,
  DescribeStackDriftDetectionStatusOutput,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../operation';
import { validationError } from '../stacks';

/** How far a detection is, and whether the stack is what its template says. */
export const describeStackDriftDetectionStatus: Operation<
  DescribeStackDriftDetectionStatusInput,
  DescribeStackDriftDetectionStatusOutput
> = {
  service: 'cloudformation',
  name: 'DescribeStackDriftDetectionStatus',
  needs: () => [{ action: 'cloudformation:DescribeStackDriftDetectionStatus', resource: '*' }],
  perform: (world, { StackDriftDetectionId = '' }) => {
    const found = world.driftDetections.get(StackDriftDetectionId);
    if (!found) throw validationError(`Drift detection ${StackDriftDetectionId} does not exist`);
    const { stackId, status, reason, differences, startedAt } = found;
    return {
      StackId: stackId,
      StackDriftDetectionId,
      DetectionStatus: status,
      ...(reason !== undefined && { DetectionStatusReason: reason }),
      ...(status === 'DETECTION_COMPLETE' && {
        StackDriftStatus: differences.length > 0 ? 'DRIFTED' : 'IN_SYNC',
        DriftedStackResourceCount: new Set(differences.map((each) => each.split(':')[0])).size,
      }),
      Timestamp: new Date(startedAt),
    };
  },
};
