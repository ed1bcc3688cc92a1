import type { DescribeTypeInput, DescribeTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findType, registryNeed } from './type-record';

/** One version of a type in the private registry, the default one unless another is named. */
export const describeType: Operation<DescribeTypeInput, DescribeTypeOutput> = {
  service: 'cloudformation',
  name: 'DescribeType',
  needs: () => registryNeed('DescribeType'),
  perform: (world, input, caller) => {
    const { type, version } = findType(world, caller, input);
    const shown = version ?? type.versions.find(({ versionId }) => versionId === type.defaultVersionId)!;
    return {
      Arn: shown.arn,
      Type: 'RESOURCE',
      TypeName: type.typeName,
      DefaultVersionId: type.defaultVersionId,
      IsDefaultVersion: shown.versionId === type.defaultVersionId,
      TypeTestsStatus: 'NOT_TESTED',
      Schema: shown.schema,
      ProvisioningType: 'FULLY_MUTABLE',
      DeprecatedStatus: 'LIVE',
      ExecutionRoleArn: shown.roleArn,
      Visibility: 'PRIVATE',
      TimeCreated: new Date(shown.liveAt),
    };
  },
};
