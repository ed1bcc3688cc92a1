import type { DeleteParameterRequest, DeleteParameterResult } from '@aws-sdk/client-ssm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { findParameter, parameterKey, parameterNeed } from './parameters';

export const deleteParameter: Operation<DeleteParameterRequest, DeleteParameterResult> = {
  service: 'ssm',
  name: 'DeleteParameter',
  needs: (input, _world, caller) => [parameterNeed('DeleteParameter', caller, input.Name)],
  perform: (world, input, caller) => {
    const parameter = findParameter(world, caller, input.Name);
    if (!parameter) throw new AwsFailure('ParameterNotFound', 400, `Parameter ${input.Name} not found.`);
    world.parameters.delete(parameterKey(parameter.accountId, parameter.region, parameter.name));
    return {};
  },
};
