import type { UpdateFunctionRequest, UpdateFunctionResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { requireMatch } from '../preconditions';
import { functionSummary, needOnFunction, nextVersion, requireFunction } from './edge-function';

/** Replaces what is on DEVELOPMENT. Viewers notice nothing until it is published. */
export const updateFunction: Operation<UpdateFunctionRequest, UpdateFunctionResult> = {
  service: 'cloudfront',
  name: 'UpdateFunction',
  needs: needOnFunction('UpdateFunction'),
  perform(world, { Name, IfMatch, FunctionConfig, FunctionCode }, caller) {
    const found = requireFunction(world, caller, Name);
    requireMatch(IfMatch, found.development.etag);
    const development = nextVersion(world, caller.accountId, FunctionConfig, FunctionCode);
    const updated = { ...found, development, previous: found.development };
    world.functions.set(found.arn, updated);
    return { FunctionSummary: functionSummary(world, updated), ETag: development.etag };
  },
};
