import type { RegisterTypeInput, RegisterTypeOutput } from '@aws-sdk/client-cloudformation';
import { secondsToMs } from '@cutover/ground';
import { newUuid } from '../ids';
import type { Caller, Operation } from '../operation';
import type { World } from '../world';
import { readPackage } from './read-package';
import {
  liveVersions,
  registryFailure,
  registryNeed,
  type TypeVersionRecord,
  typeArn,
  typeKey,
} from './type-record';

/** A registration takes about as long; `cfn submit` asks for its state every 5 seconds. */
const registrationSeconds = 20;

/** CloudFormation User Guide, quotas: registered versions of a type that are not deregistered. */
const versionLimit = 50;

const namePattern = /^[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}$/;
const reserved = ['alexa', 'amzn', 'amazon', 'aws', 'custom', 'dev'];

/** A new version in the private registry. The answer is a token: what becomes of it shows DescribeTypeRegistration. */
export const registerType: Operation<RegisterTypeInput, RegisterTypeOutput> = {
  service: 'cloudformation',
  name: 'RegisterType',
  needs: ({ ExecutionRoleArn }) => [
    ...registryNeed('RegisterType'),
    ...(ExecutionRoleArn ? [{ action: 'iam:PassRole', resource: ExecutionRoleArn }] : []),
  ],
  perform: (world, input, caller) => {
    const repeated = [...world.registrations.values()].find(
      ({ accountId, region, clientRequestToken }) =>
        accountId === caller.accountId &&
        region === caller.region &&
        clientRequestToken !== undefined &&
        clientRequestToken === input.ClientRequestToken,
    );
    if (repeated) return { RegistrationToken: repeated.token };
    const { TypeName = '' } = input;
    refuseName(TypeName);
    const versionId = nextVersionId(world, caller, TypeName);
    return { RegistrationToken: register(world, input, caller, versionId) };
  },
};

function refuseName(typeName: string): void {
  const [namespace = ''] = typeName.split('::');
  if (!namePattern.test(typeName) || reserved.includes(namespace.toLowerCase()))
    throw registryFailure(`The type name ${typeName} is not one that can be registered`);
}

/** Numbers go on after deregistered versions. @throws AwsFailure when all slots are taken */
function nextVersionId(world: World, caller: Caller, typeName: string): string {
  const known = world.types.get(typeKey(caller, typeName));
  if (known && liveVersions(world, known).length >= versionLimit)
    throw registryFailure(
      `You have reached the maximum number of registered versions for type ${typeName} (${versionLimit})`,
    );
  return String((known?.versions.length ?? 0) + 1).padStart(8, '0');
}

function register(world: World, input: RegisterTypeInput, caller: Caller, versionId: string): string {
  const { TypeName = '', SchemaHandlerPackage = '', ExecutionRoleArn, ClientRequestToken } = input;
  const { accountId, region } = caller;
  const found = readPackage(world, caller, SchemaHandlerPackage, TypeName);
  const token = newUuid(world);
  const endsAt = world.now + secondsToMs(registrationSeconds);
  const arn = typeArn(caller, TypeName, versionId);
  if ('schema' in found) {
    const { schema, digest } = found;
    addVersion(world, caller, TypeName, {
      versionId,
      arn,
      schema,
      digest,
      packageUrl: SchemaHandlerPackage,
      roleArn: ExecutionRoleArn,
      liveAt: endsAt,
      isDeprecated: false,
    });
  }
  world.registrations.set(token, {
    token,
    accountId,
    region,
    typeName: TypeName,
    versionArn: arn,
    clientRequestToken: ClientRequestToken,
    endsAt,
    ...('problem' in found && { problem: found.problem }),
  });
  return token;
}

/** The first version of a type is its default from the beginning. */
function addVersion(world: World, caller: Caller, typeName: string, version: TypeVersionRecord): void {
  const { accountId, region } = caller;
  const key = typeKey(caller, typeName);
  const known = world.types.get(key);
  const isAlone = !known || known.versions.every(({ isDeprecated }) => isDeprecated);
  world.types.set(key, {
    accountId,
    region,
    typeName,
    defaultVersionId: isAlone ? version.versionId : known.defaultVersionId,
    versions: [...(known?.versions ?? []), version],
  });
}
