import type {
  CreateOriginRequestPolicyRequest,
  CreateOriginRequestPolicyResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { originRequestPolicy, originRequestPolicyOutput } from './origin-request-policy';

export const createOriginRequestPolicy: Operation<
  CreateOriginRequestPolicyRequest,
  CreateOriginRequestPolicyResult
> = {
  service: 'cloudfront',
  name: 'CreateOriginRequestPolicy',
  needs: needToMake(originRequestPolicy, 'CreateOriginRequestPolicy'),
  perform(world, { OriginRequestPolicyConfig: config }, caller) {
    const entity = createEntity(world, originRequestPolicy, caller, config);
    return {
      OriginRequestPolicy: originRequestPolicyOutput(entity),
      Location: locationOf(`origin-request-policy/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
