import type { DeleteFunctionRequest } from '@aws-sdk/client-cloudfront';
import { send } from '../../arrivals';
import { AwsFailure } from '../../failure';
import type { Operation } from '../../operation';
import { requireMatch } from '../preconditions';
import { distributionsUsing } from '../references';
import { needOnFunction, requireFunction } from './edge-function';

/** Takes both stages away, under the ETag of DEVELOPMENT. */
export const deleteFunction: Operation<DeleteFunctionRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteFunction',
  needs: needOnFunction('DeleteFunction'),
  perform(world, { Name, IfMatch }, caller) {
    const { arn, development, live } = requireFunction(world, caller, Name);
    requireMatch(IfMatch, development.etag);
    if (distributionsUsing(world, 'functions', arn).length > 0) throw inUse();
    world.functions.delete(arn);
    if (live) send(world, { kind: 'function', arn, version: undefined });
    return {};
  },
};

const inUse = () =>
  new AwsFailure(
    'FunctionInUse',
    409,
    "Cannot delete the function because it's attached to one or more cache behaviors.",
  );
