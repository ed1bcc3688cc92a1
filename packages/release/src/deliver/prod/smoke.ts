import { type ReleasedType, type Stage, stackName } from '../stage';

export const smokeStack = (stage: Stage, type: ReleasedType): string => stackName(stage, type, 'activation');

/**
 * A consumer's activation, under another name: the publisher's own account has the private type under the real one, and
 * a name can stand for one only.
 */
export function smokeTemplate(
  { accountId }: Stage,
  { typeName }: ReleasedType,
  publisherId: string,
  region: string,
  number: string,
): string {
  const [namespace, service, name] = typeName.split('::');
  const slug = typeName.replaceAll('::', '-');
  return JSON.stringify({
    Description: `Whether ${typeName} ${number} can be activated from the public registry, in ${accountId}`,
    Resources: {
      Activation: {
        Type: 'AWS::CloudFormation::TypeActivation',
        Properties: {
          PublicTypeArn: `arn:aws:cloudformation:${region}::type/resource/${publisherId}/${slug}/${number}`,
          TypeNameAlias: `${namespace}Smoke::${service}::${name}`,
          AutoUpdate: false,
        },
      },
    },
  });
}
