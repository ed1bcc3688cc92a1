import type { ResourceContext, ResourceProvider } from '../resources/provider';
import { record, text } from '../resources/shape';
import type { Made } from '../stack';
import type { Members } from '../value';

const shape = record({ TypeVersionArn: text, TypeName: text, VersionId: text });

/** AWS::CloudFormation::ResourceDefaultVersion: which version stacks use. Changed in place; its deletion does nothing. */
export const resourceDefaultVersionProvider: ResourceProvider = {
  type: 'AWS::CloudFormation::ResourceDefaultVersion',
  attributes: ['Arn'],
  createOnly: [],
  problems: (properties, at) => shape.problems(properties, at),
  create: (context, properties) => setDefault(context, properties),
  update: (context, _made, properties) => setDefault(context, properties),
  delete: async () => {},
};

async function setDefault(context: ResourceContext, properties: Members): Promise<Made> {
  const { TypeVersionArn, TypeName, VersionId } = properties;
  const named = TypeVersionArn ? { Arn: TypeVersionArn } : { Type: 'RESOURCE', TypeName, VersionId };
  await context.call('cloudformation', 'SetTypeDefaultVersion', named);
  const arn = String(TypeVersionArn ?? TypeName);
  return { physicalId: arn, attributes: { Arn: arn } };
}
