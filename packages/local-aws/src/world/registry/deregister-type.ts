import type { DeregisterTypeInput, DeregisterTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findType, liveVersions, registryFailure, registryNeed, replaceVersion } from './type-record';

/** A version goes; the default one only as the last, and the type with it. Public versions are not touched by it. */
export const deregisterType: Operation<DeregisterTypeInput, DeregisterTypeOutput> = {
  service: 'cloudformation',
  name: 'DeregisterType',
  needs: () => registryNeed('DeregisterType'),
  perform: (world, input, caller) => {
    const { type, version } = findType(world, caller, input);
    const live = liveVersions(world, type);
    const leaving = version ?? live[0]!;
    if (!version && live.length > 1)
      throw registryFailure(
        `Type ${type.typeName} has ${live.length} versions: deregister the others before the type itself`,
      );
    if (leaving.versionId === type.defaultVersionId && live.length > 1)
      throw registryFailure(
        `Version ${leaving.versionId} is the default version of ${type.typeName} and cannot be deregistered`,
      );
    replaceVersion(world, type, { ...leaving, isDeprecated: true });
    return {};
  },
};
