import type { ActivateTypeInput, ActivateTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findPublic } from './public-record';
import { registryFailure, registryNeed, typeArn, typeKey, typeNotFound } from './type-record';

/** A public type of the region becomes one that the account's templates may use, under its name or an alias. */
export const activateType: Operation<ActivateTypeInput, ActivateTypeOutput> = {
  service: 'cloudformation',
  name: 'ActivateType',
  needs: ({ ExecutionRoleArn }) => [
    ...registryNeed('ActivateType'),
    ...(ExecutionRoleArn ? [{ action: 'iam:PassRole', resource: ExecutionRoleArn }] : []),
  ],
  perform: (world, input, caller) => {
    const found = findPublic(world, caller, input);
    if (!found) throw typeNotFound(input.TypeName ?? input.PublicTypeArn);
    const typeName = input.TypeNameAlias ?? found.type.typeName;
    const key = typeKey(caller, typeName);
    const own = world.types.get(key);
    if (own?.versions.some(({ isDeprecated }) => !isDeprecated))
      throw registryFailure(`A private type with the name ${typeName} exists: choose a TypeNameAlias`);
    const { accountId, region } = caller;
    const arn = typeArn(caller, typeName);
    world.activations.set(key, { accountId, region, typeName, publicTypeArn: found.version.arn, arn });
    return { Arn: arn };
  },
};
