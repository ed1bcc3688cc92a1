import type { DescribeFunctionRequest, DescribeFunctionResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { functionSummary, needOnFunction, requireFunction, requireStage } from './edge-function';

/** All about a function but its code. */
export const describeFunction: Operation<DescribeFunctionRequest, DescribeFunctionResult> = {
  service: 'cloudfront',
  name: 'DescribeFunction',
  needs: needOnFunction('DescribeFunction'),
  perform(world, { Name, Stage }, caller) {
    const found = requireFunction(world, caller, Name);
    const { etag } = requireStage(found, Stage);
    return { FunctionSummary: functionSummary(world, found, Stage), ETag: etag };
  },
};
