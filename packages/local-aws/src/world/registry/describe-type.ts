import type { DescribeTypeInput, DescribeTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import type { World } from '../world';
import {
  type ActivationRecord,
  findPublic,
  type PublicTypeRecord,
  type PublicVersionRecord,
} from './public-record';
import { testStatusOf } from './tests';
import {
  findVersion,
  registryNeed,
  type TypeRecord,
  type TypeVersionRecord,
  typeKey,
  typeNotFound,
} from './type-record';

/**
 * One version of a private type, the default one unless another is named; of a public type, where a publisher is named;
 * or an activated type.
 */
export const describeType: Operation<DescribeTypeInput, DescribeTypeOutput> = {
  service: 'cloudformation',
  name: 'DescribeType',
  needs: () => registryNeed('DescribeType'),
  perform: (world, input, caller) => {
    if (input.PublisherId || input.Arn?.includes('::type/')) {
      const found = findPublic(world, caller, input);
      if (!found) throw typeNotFound(input.TypeName ?? input.Arn);
      return publicAnswer(found.type, found.version);
    }
    const activation = world.activations.get(typeKey(caller, input.TypeName ?? ''));
    if (activation) {
      const found = findPublic(world, caller, { Arn: activation.publicTypeArn })!;
      return { ...publicAnswer(found.type, found.version), ...activatedAnswer(activation) };
    }
    const { type, version } = findVersion(world, caller, input);
    return privateAnswer(world, type, version);
  },
};

const publicAnswer = (type: PublicTypeRecord, version: PublicVersionRecord): DescribeTypeOutput => ({
  Arn: version.arn,
  Type: 'RESOURCE',
  TypeName: type.typeName,
  Schema: version.schema,
  Visibility: 'PUBLIC',
  PublisherId: type.publisherId,
  PublicVersionNumber: version.number,
  LatestPublicVersion: type.versions.at(-1)!.number,
  IsActivated: false,
  TimeCreated: new Date(version.publishedAt),
});

const activatedAnswer = ({ arn, typeName, publicTypeArn }: ActivationRecord): DescribeTypeOutput => ({
  Arn: arn,
  TypeName: typeName,
  OriginalTypeArn: publicTypeArn,
  IsActivated: true,
});

function privateAnswer(world: World, type: TypeRecord, shown: TypeVersionRecord): DescribeTypeOutput {
  const { status, description } = testStatusOf(world, shown);
  return {
    Arn: shown.arn,
    Type: 'RESOURCE',
    TypeName: type.typeName,
    DefaultVersionId: type.defaultVersionId,
    IsDefaultVersion: shown.versionId === type.defaultVersionId,
    TypeTestsStatus: status,
    ...(description !== undefined && { TypeTestsStatusDescription: description }),
    Schema: shown.schema,
    ProvisioningType: 'FULLY_MUTABLE',
    DeprecatedStatus: 'LIVE',
    ExecutionRoleArn: shown.roleArn,
    Visibility: 'PRIVATE',
    TimeCreated: new Date(shown.liveAt),
  };
}
