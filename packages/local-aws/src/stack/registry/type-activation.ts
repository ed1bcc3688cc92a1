import type { ActivateTypeOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../../world/failure';
import type { ResourceContext, ResourceProvider } from '../resources/provider';
import { anything, flag, oneOf, record, text } from '../resources/shape';
import type { Made } from '../stack';
import type { Members } from '../value';

const shape = record({
  PublicTypeArn: text,
  PublisherId: text,
  Type: oneOf('RESOURCE', 'MODULE', 'HOOK'),
  TypeName: text,
  TypeNameAlias: text,
  AutoUpdate: flag,
  ExecutionRoleArn: text,
  LoggingConfig: anything,
  MajorVersion: text,
  VersionBump: oneOf('MAJOR', 'MINOR'),
});

/** AWS::CloudFormation::TypeActivation: a public type that the account's templates may use. */
export const typeActivationProvider: ResourceProvider = {
  type: 'AWS::CloudFormation::TypeActivation',
  attributes: ['Arn'],
  createOnly: ['LoggingConfig'],
  problems: (properties, at) => shape.problems(properties, at),
  create: (context, properties) => activate(context, properties),
  update: (context, _made, properties) => activate(context, properties),

  delete: async (context, { physicalId: Arn }) => {
    try {
      await context.call('cloudformation', 'DeactivateType', { Arn });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'TypeNotFoundException')) throw error;
    }
  },
};

async function activate(context: ResourceContext, properties: Members): Promise<Made> {
  const given = shape.toApi(properties) as object;
  const { Arn = '' } = await context.call<ActivateTypeOutput>('cloudformation', 'ActivateType', given);
  return { physicalId: Arn, attributes: { Arn } };
}
