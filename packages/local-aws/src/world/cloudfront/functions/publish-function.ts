import type { PublishFunctionRequest, PublishFunctionResult } from '@aws-sdk/client-cloudfront';
import { secondsToMs } from '@cutover/ground';
import { send } from '../../arrivals';
import { newEtag } from '../../ids';
import type { Operation } from '../../operation';
import type { World } from '../../world';
import { requireMatch } from '../preconditions';
import { functionSummary, needOnFunction, requireFunction } from './edge-function';

/**
 * Puts what is on DEVELOPMENT on LIVE too, for every behaviour that uses the function. The ETag asked for is that of
 * DEVELOPMENT, which stays; LIVE gets one of its own. The answer carries none (API model). Each edge runs the new code
 * when it has it, and the one before until then.
 */
export const publishFunction: Operation<PublishFunctionRequest, PublishFunctionResult> = {
  service: 'cloudfront',
  name: 'PublishFunction',
  needs: needOnFunction('PublishFunction'),
  perform(world, { Name, IfMatch }, caller) {
    const found = requireFunction(world, caller, Name);
    requireMatch(IfMatch, found.development.etag);
    const live = { ...found.development, etag: newEtag(world), lastModifiedAt: world.now };
    const last = send(world, { kind: 'function', arn: found.arn, version: live });
    const published = { ...found, live, liveEverywhereAt: last + tailOf(world) };
    world.functions.set(found.arn, published);
    return { FunctionSummary: functionSummary(world, published) };
  },
};

/** The edges that are not modelled one by one have it later still. */
const tailOf = (world: World): number =>
  Math.round(
    secondsToMs(
      world.chance.between(...world.knobs.functionDelaySeconds, 'edges', 'function tail', world.sequence),
    ),
  );
