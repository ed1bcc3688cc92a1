import type { DescribeTypeRegistrationOutput, RegisterTypeOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../../world/failure';
import { ResourceFailure } from '../resources/failure';
import { waitUntil } from '../resources/poll';
import type { ResourceContext, ResourceProvider } from '../resources/provider';
import { anything, record, required, text } from '../resources/shape';
import type { Made } from '../stack';

const shape = record({
  TypeName: required(text),
  SchemaHandlerPackage: required(text),
  ExecutionRoleArn: text,
  LoggingConfig: anything,
});

/**
 * AWS::CloudFormation::ResourceVersion: a version of a type in the private registry. All of it is create-only, so that
 * another package is another version, and the old one is deregistered when the stack cleans up.
 */
export const resourceVersionProvider: ResourceProvider = {
  type: 'AWS::CloudFormation::ResourceVersion',
  attributes: ['Arn', 'TypeArn', 'VersionId'],
  createOnly: ['TypeName', 'SchemaHandlerPackage', 'ExecutionRoleArn', 'LoggingConfig'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const { TypeName } = properties;
    const { RegistrationToken } = await context.call<RegisterTypeOutput>('cloudformation', 'RegisterType', {
      Type: 'RESOURCE',
      ...properties,
      ClientRequestToken: context.requestToken,
    });
    const made = madeOf(await registered(context, String(TypeName), RegistrationToken));
    context.begun(made);
    return made;
  },

  update: async (_context, made) => made,

  delete: async (context, { physicalId: Arn }) => {
    try {
      await context.call('cloudformation', 'DeregisterType', { Arn });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'TypeNotFoundException')) throw error;
    }
  },
};

async function registered(
  context: ResourceContext,
  typeName: string,
  RegistrationToken: string | undefined,
): Promise<string> {
  let arn = '';
  await waitUntil(context, `${typeName} is registered`, { everySeconds: 5, limitMinutes: 60 }, async () => {
    const answer = await context.call<DescribeTypeRegistrationOutput>(
      'cloudformation',
      'DescribeTypeRegistration',
      { RegistrationToken },
    );
    if (answer.ProgressStatus === 'FAILED')
      throw new ResourceFailure('GeneralServiceException', answer.Description ?? '');
    arn = answer.TypeVersionArn ?? '';
    return answer.ProgressStatus === 'COMPLETE';
  });
  return arn;
}

const madeOf = (arn: string): Made => ({
  physicalId: arn,
  attributes: { Arn: arn, TypeArn: arn.replace(/\/\d+$/, ''), VersionId: arn.split('/').at(-1)! },
});
