import type { DescribeTypeOutput, PublishTypeOutput, TestTypeOutput } from '@aws-sdk/client-cloudformation';
import { ResourceFailure } from '../resources/failure';
import { waitUntil } from '../resources/poll';
import type { ResourceContext, ResourceProvider } from '../resources/provider';
import { oneOf, record, text } from '../resources/shape';
import type { Members } from '../value';

const shape = record({
  Arn: text,
  Type: oneOf('RESOURCE', 'MODULE', 'HOOK'),
  TypeName: text,
  LogDeliveryBucket: text,
  PublicVersionNumber: text,
});

/**
 * AWS::CloudFormation::PublicTypeVersion: tests a version and publishes it when it has passed. All of it is create-only,
 * and its deletion does nothing: what is public stays so.
 */
export const publicTypeVersionProvider: ResourceProvider = {
  type: 'AWS::CloudFormation::PublicTypeVersion',
  attributes: ['PublicTypeArn', 'PublisherId', 'TypeVersionArn'],
  createOnly: ['Arn', 'Type', 'TypeName', 'LogDeliveryBucket', 'PublicVersionNumber'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const Arn = await tested(context, properties);
    const { PublicTypeArn = '' } = await context.call<PublishTypeOutput>('cloudformation', 'PublishType', {
      Arn,
      PublicVersionNumber: properties.PublicVersionNumber,
    });
    const [, PublisherId = ''] = /type\/resource\/([^/]+)\//.exec(PublicTypeArn) ?? [];
    return { physicalId: PublicTypeArn, attributes: { PublicTypeArn, PublisherId, TypeVersionArn: Arn } };
  },

  update: async (_context, made) => made,
  delete: async () => {},
};

/** The version that was tested: the default one, unless an ARN names it. */
async function tested(
  context: ResourceContext,
  { Arn, Type, TypeName, LogDeliveryBucket }: Members,
): Promise<string> {
  const named = Arn ? { Arn } : { Type, TypeName };
  const { TypeVersionArn = '' } = await context.call<TestTypeOutput>('cloudformation', 'TestType', {
    ...named,
    LogDeliveryBucket,
  });
  await waitUntil(context, `${TypeName} is tested`, { everySeconds: 30, limitMinutes: 36 * 60 }, async () => {
    const answer = await context.call<DescribeTypeOutput>('cloudformation', 'DescribeType', {
      Arn: TypeVersionArn,
    });
    if (answer.TypeTestsStatus === 'FAILED')
      throw new ResourceFailure('GeneralServiceException', answer.TypeTestsStatusDescription ?? '');
    return answer.TypeTestsStatus === 'PASSED';
  });
  return TypeVersionArn;
}
