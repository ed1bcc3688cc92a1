import type {
  UpdateOriginRequestPolicyRequest,
  UpdateOriginRequestPolicyResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { originRequestPolicy, originRequestPolicyOutput } from './origin-request-policy';

export const updateOriginRequestPolicy: Operation<
  UpdateOriginRequestPolicyRequest,
  UpdateOriginRequestPolicyResult
> = {
  service: 'cloudfront',
  name: 'UpdateOriginRequestPolicy',
  needs: needOn(originRequestPolicy, 'UpdateOriginRequestPolicy'),
  perform(world, { Id, IfMatch, OriginRequestPolicyConfig: config }, caller) {
    const entity = updateEntity(world, originRequestPolicy, caller, { Id, IfMatch }, config);
    return { OriginRequestPolicy: originRequestPolicyOutput(entity), ETag: entity.etag };
  },
};
