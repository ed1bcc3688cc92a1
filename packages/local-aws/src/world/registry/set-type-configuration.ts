import type { SetTypeConfigurationInput, SetTypeConfigurationOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findType, registryNeed, typeArn, typeKey } from './type-record';

/** Kept as it was given: dynamic references in it are for CloudFormation to resolve, when it calls a handler. */
export const setTypeConfiguration: Operation<SetTypeConfigurationInput, SetTypeConfigurationOutput> = {
  service: 'cloudformation',
  name: 'SetTypeConfiguration',
  needs: () => registryNeed('SetTypeConfiguration'),
  perform: (world, { TypeArn, TypeName, Configuration = '' }, caller) => {
    const { type } = findType(world, caller, { Arn: TypeArn, TypeName });
    world.typeConfigurations.set(typeKey(caller, type.typeName), Configuration);
    return { ConfigurationArn: typeArn(caller, type.typeName).replace(':type/', ':type-configuration/') };
  },
};
