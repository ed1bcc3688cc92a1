import type { GetOriginRequestPolicyRequest, GetOriginRequestPolicyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { originRequestPolicy, originRequestPolicyOutput } from './origin-request-policy';

export const getOriginRequestPolicy: Operation<GetOriginRequestPolicyRequest, GetOriginRequestPolicyResult> =
  {
    service: 'cloudfront',
    name: 'GetOriginRequestPolicy',
    needs: needOn(originRequestPolicy, 'GetOriginRequestPolicy'),
    perform(world, { Id }, caller) {
      const entity = requireEntity(world, originRequestPolicy, caller, Id);
      return { OriginRequestPolicy: originRequestPolicyOutput(entity), ETag: entity.etag };
    },
  };
