import type {
  GetOriginRequestPolicyConfigRequest,
  GetOriginRequestPolicyConfigResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { originRequestPolicy } from './origin-request-policy';

export const getOriginRequestPolicyConfig: Operation<
  GetOriginRequestPolicyConfigRequest,
  GetOriginRequestPolicyConfigResult
> = {
  service: 'cloudfront',
  name: 'GetOriginRequestPolicyConfig',
  needs: needOn(originRequestPolicy, 'GetOriginRequestPolicyConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireEntity(world, originRequestPolicy, caller, Id);
    return { OriginRequestPolicyConfig: config, ETag: etag };
  },
};
