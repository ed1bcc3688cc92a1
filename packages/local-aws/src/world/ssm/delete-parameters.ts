import type { DeleteParametersRequest, DeleteParametersResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../operation';
import { findParameter, parameterKey, parameterNeed, tenNames } from './parameters';

/** Names that are not there come back as invalid, not as an error. */
export const deleteParameters: Operation<DeleteParametersRequest, DeleteParametersResult> = {
  service: 'ssm',
  name: 'DeleteParameters',
  needs: (input, _world, caller) =>
    (input.Names ?? []).map((name) => parameterNeed('DeleteParameters', caller, name)),
  perform: (world, input, caller) => {
    const names = tenNames(input.Names);
    const present = names.filter((name) => findParameter(world, caller, name));
    for (const name of present) world.parameters.delete(parameterKey(caller.accountId, caller.region, name));
    return { DeletedParameters: present, InvalidParameters: names.filter((name) => !present.includes(name)) };
  },
};
