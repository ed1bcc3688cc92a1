import {
  type CloudFormationClient,
  DeregisterTypeCommand,
  DescribePublisherCommand,
  DescribeTypeCommand,
  DescribeTypeRegistrationCommand,
  ListTypeVersionsCommand,
  RegisterTypeCommand,
  SetTypeDefaultVersionCommand,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';

/** A version in the private registry of the account and region. */
export interface TypeVersion {
  readonly versionId: string;
  readonly arn: string;
  readonly isDefault: boolean;
}

export interface Registration {
  readonly status: 'IN_PROGRESS' | 'COMPLETE' | 'FAILED';
  readonly versionArn?: string;
  readonly description: string;
}

export interface NewVersion {
  readonly typeName: string;
  /** `s3://bucket/key` */
  readonly packageUrl: string;
  readonly roleArn: string;
  /** The same token again is the same registration: a digest of what is registered. */
  readonly token: string;
}

/** The private registry of an account in one region. */
export interface TypeRegistry {
  register(version: NewVersion): Promise<string>;
  registration(token: string): Promise<Registration>;
  /** Oldest first; none where the type is not registered. */
  versions(typeName: string): Promise<TypeVersion[]>;
  setDefault(versionArn: string): Promise<void>;
  /** Deregisters one version. The default one may go when no other is left. */
  deregister(versionArn: string): Promise<void>;
  /** The schema of the default version; undefined where the type is not registered. */
  schema(typeName: string): Promise<string | undefined>;
  /** The newest version that a publisher has made public in this region; undefined where there is none. */
  publicVersion(typeName: string, publisherId: string): Promise<string | undefined>;
  /** The id under which the account publishes in this region; undefined where it does not. */
  publisherId(): Promise<string | undefined>;
}

const call = (operation: string, resource: string): Call => ({
  service: 'CloudFormation',
  operation,
  resource,
});
const Type = 'RESOURCE';

export function typeRegistry(client: CloudFormationClient): TypeRegistry {
  return {
    register: ({ typeName, packageUrl, roleArn, token }) =>
      attempt(call('RegisterType', `the type ${typeName}`), async () => {
        const command = new RegisterTypeCommand({
          Type,
          TypeName: typeName,
          SchemaHandlerPackage: packageUrl,
          ExecutionRoleArn: roleArn,
          ClientRequestToken: token,
        });
        return (await client.send(command)).RegistrationToken ?? '';
      }),

    registration: (token) =>
      attempt(call('DescribeTypeRegistration', `the registration ${token}`), async () => {
        const answer = await client.send(new DescribeTypeRegistrationCommand({ RegistrationToken: token }));
        return {
          status: answer.ProgressStatus ?? 'IN_PROGRESS',
          versionArn: answer.TypeVersionArn,
          description: answer.Description ?? '',
        };
      }),

    versions: async (typeName) =>
      (await attemptUnless('Absent', call('ListTypeVersions', `the type ${typeName}`), () =>
        versionsOf(client, typeName),
      )) ?? [],

    setDefault: (versionArn) =>
      attempt(call('SetTypeDefaultVersion', versionArn), async () => {
        await client.send(new SetTypeDefaultVersionCommand({ Arn: versionArn }));
      }),

    deregister: (versionArn) =>
      attempt(call('DeregisterType', versionArn), async () => {
        await client.send(new DeregisterTypeCommand({ Arn: versionArn }));
      }),

    schema: (typeName) =>
      attemptUnless('Absent', call('DescribeType', `the type ${typeName}`), async () => {
        return (await client.send(new DescribeTypeCommand({ Type, TypeName: typeName }))).Schema;
      }),

    publicVersion: (typeName, publisherId) =>
      attemptUnless('Absent', call('DescribeType', `the public type ${typeName}`), async () => {
        const command = new DescribeTypeCommand({ Type, TypeName: typeName, PublisherId: publisherId });
        const { LatestPublicVersion, PublicVersionNumber } = await client.send(command);
        return LatestPublicVersion ?? PublicVersionNumber;
      }),

    publisherId: () =>
      attemptUnless('Absent', call('DescribePublisher', 'this account'), async () => {
        const { PublisherId, PublisherStatus } = await client.send(new DescribePublisherCommand({}));
        return PublisherStatus === 'VERIFIED' ? PublisherId : undefined;
      }),
  };
}

async function versionsOf(client: CloudFormationClient, typeName: string): Promise<TypeVersion[]> {
  const found: TypeVersion[] = [];
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const command: ListTypeVersionsCommand = new ListTypeVersionsCommand({
      Type,
      TypeName: typeName,
      NextToken: token,
    });
    const { TypeVersionSummaries = [], NextToken } = await client.send(command);
    for (const { VersionId = '', Arn = '', IsDefaultVersion = false } of TypeVersionSummaries)
      found.push({ versionId: VersionId, arn: Arn, isDefault: IsDefaultVersion });
    token = NextToken || undefined;
  }
  return found.sort((one, other) => one.versionId.localeCompare(other.versionId));
}
