import type { PublishFunctionRequest, PublishFunctionResult } from '@aws-sdk/client-cloudfront';
import { newEtag } from '../../ids';
import type { Operation } from '../../operation';
import { requireMatch } from '../preconditions';
import { functionSummary, needOnFunction, requireFunction } from './edge-function';

/**
 * Puts what is on DEVELOPMENT on LIVE too, for every behaviour that uses the function. The ETag asked for is that of
 * DEVELOPMENT, which stays; LIVE gets one of its own. The answer carries none (API model).
 */
export const publishFunction: Operation<PublishFunctionRequest, PublishFunctionResult> = {
  service: 'cloudfront',
  name: 'PublishFunction',
  needs: needOnFunction('PublishFunction'),
  perform(world, { Name, IfMatch }, caller) {
    const found = requireFunction(world, caller, Name);
    requireMatch(IfMatch, found.development.etag);
    const live = { ...found.development, etag: newEtag(world), lastModifiedAt: world.now };
    const published = { ...found, live };
    world.functions.set(found.arn, published);
    return { FunctionSummary: functionSummary(world, published) };
  },
};
