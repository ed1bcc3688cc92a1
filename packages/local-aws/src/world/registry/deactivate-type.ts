import type { DeactivateTypeInput, DeactivateTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { registryNeed, typeKey, typeNotFound } from './type-record';

export const deactivateType: Operation<DeactivateTypeInput, DeactivateTypeOutput> = {
  service: 'cloudformation',
  name: 'DeactivateType',
  needs: () => registryNeed('DeactivateType'),
  perform: (world, { TypeName, Arn }, caller) => {
    const found = [...world.activations].find(
      ([key, { arn }]) => key === typeKey(caller, TypeName ?? '') || arn === Arn,
    );
    if (!found) throw typeNotFound(TypeName ?? Arn);
    world.activations.delete(found[0]);
    return {};
  },
};
