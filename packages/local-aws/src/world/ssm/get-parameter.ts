import type { GetParameterRequest, GetParameterResult } from '@aws-sdk/client-ssm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { findParameter, parameterAnswer, parameterNeed } from './parameters';

/** By name; versions and labels (`name:3`) are not kept. */
export const getParameter: Operation<GetParameterRequest, GetParameterResult> = {
  service: 'ssm',
  name: 'GetParameter',
  needs: (input, _world, caller) => [parameterNeed('GetParameter', caller, input.Name)],
  perform: (world, input, caller) => {
    const parameter = findParameter(world, caller, input.Name);
    if (!parameter) throw new AwsFailure('ParameterNotFound', 400, `Parameter ${input.Name} not found.`);
    return { Parameter: parameterAnswer(parameter) };
  },
};
