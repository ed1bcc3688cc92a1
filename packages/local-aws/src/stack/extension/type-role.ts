import type { Credentials } from '@aws-sdk/client-sts';
import type { Role } from '../../world/world';
import type { ResourceContext } from '../resources/provider';
import type { CallerCredentials, TypeRegistration, TypeSchema } from '../type-runtime';

/** All that the type's handlers say they need, each once: what `cfn generate` writes into resource-role.yaml. */
const permissionsOf = (schema: TypeSchema): string[] =>
  [...new Set(Object.values(schema.handlers ?? {}).flatMap(({ permissions }) => permissions))].sort();

const roleName = (typeName: string): string =>
  `cutover-type-role-${typeName.toLowerCase().replaceAll('::', '-')}`.slice(0, 64);

/** The execution role of a type in an account, on every resource, as the generated one is. */
function roleOf({ typeName, schema }: TypeRegistration, accountId: string): Role {
  const name = roleName(typeName);
  return {
    arn: `arn:aws:iam::${accountId}:role/${name}`,
    name,
    accountId,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          // The driver calls STS as the account's administrator; in AWS it is the service itself.
          Principal: {
            Service: 'resources.cloudformation.amazonaws.com',
            AWS: `arn:aws:iam::${accountId}:root`,
          },
        },
      ],
    },
    policies: [
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: permissionsOf(schema), Resource: '*' }],
      },
    ],
  };
}

/** Fresh credentials of the type's role in the stack's account: here least privilege is proved. */
export async function assumeTypeRole(
  context: ResourceContext,
  registration: TypeRegistration,
): Promise<CallerCredentials> {
  const role = roleOf(registration, context.accountId);
  context.roles.set(role.arn, role);
  const { Credentials } = await context.call<{ Credentials?: Credentials }>('sts', 'AssumeRole', {
    RoleArn: role.arn,
    // At least two characters, which a logical id need not have.
    RoleSessionName: `cutover-${context.logicalId}`.slice(0, 64),
    DurationSeconds: 3600,
  });
  return {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
  };
}
