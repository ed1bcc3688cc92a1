import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import { generatedName } from './names';
import type { ResourceProvider } from './provider';
import { oneOf, record, required, text } from './shape';

const shape = record(
  {
    Name: text,
    Type: required(oneOf('String', 'StringList')),
    Value: required(text),
    Description: text,
    DataType: text,
    Tier: oneOf('Standard', 'Advanced', 'Intelligent-Tiering'),
  },
  // PutParameter here keeps none of them.
  { unsupported: ['AllowedPattern', 'Policies', 'Tags'] },
);

interface ParameterProperties {
  readonly Name?: string;
  readonly Type: string;
  readonly Value: string;
}

/** AWS::SSM::Parameter. Ref is the name. */
export const parameterProvider: ResourceProvider = {
  type: 'AWS::SSM::Parameter',
  attributes: ['Type', 'Value'],
  createOnly: ['Name'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const given = shape.toApi(properties) as ParameterProperties;
    const Name = given.Name ?? generatedName(context, 128, 'CFN');
    await context.call('ssm', 'PutParameter', { ...given, Name, Overwrite: false });
    return madeOf(Name, given);
  },

  update: async (context, { physicalId: Name }, properties) => {
    const given = shape.toApi(properties) as ParameterProperties;
    await context.call('ssm', 'PutParameter', { ...given, Name, Overwrite: true });
    return madeOf(Name, given);
  },

  delete: async (context, { physicalId: Name }) => {
    try {
      await context.call('ssm', 'DeleteParameter', { Name });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'ParameterNotFound')) throw error;
    }
  },
};

const madeOf = (physicalId: string, { Type, Value }: ParameterProperties): Made => ({
  physicalId,
  attributes: { Type, Value },
});
