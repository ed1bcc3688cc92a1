import type { GetParametersRequest, GetParametersResult } from '@aws-sdk/client-ssm';
import type { Operation } from '../operation';
import { findParameter, parameterAnswer, parameterNeed, tenNames } from './parameters';

/** Names that are not there come back as invalid, not as an error. */
export const getParameters: Operation<GetParametersRequest, GetParametersResult> = {
  service: 'ssm',
  name: 'GetParameters',
  needs: (input, _world, caller) =>
    (input.Names ?? []).map((name) => parameterNeed('GetParameters', caller, name)),
  perform: (world, input, caller) => {
    const names = tenNames(input.Names);
    const found = names.flatMap((name) => findParameter(world, caller, name) ?? []);
    return {
      Parameters: found.map(parameterAnswer),
      InvalidParameters: names.filter((name) => !found.some((parameter) => parameter.name === name)),
    };
  },
};
