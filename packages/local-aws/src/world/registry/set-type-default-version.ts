import type { SetTypeDefaultVersionInput, SetTypeDefaultVersionOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findType, registryFailure, registryNeed, typeKey } from './type-record';

/** The version that stacks use from now on. */
export const setTypeDefaultVersion: Operation<SetTypeDefaultVersionInput, SetTypeDefaultVersionOutput> = {
  service: 'cloudformation',
  name: 'SetTypeDefaultVersion',
  needs: () => registryNeed('SetTypeDefaultVersion'),
  perform: (world, input, caller) => {
    const { type, version } = findType(world, caller, input);
    if (!version) throw registryFailure('Name a version: by its ARN, or by TypeName and VersionId');
    world.types.set(typeKey(caller, type.typeName), { ...type, defaultVersionId: version.versionId });
    return {};
  },
};
