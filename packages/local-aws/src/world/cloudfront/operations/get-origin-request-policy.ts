import type { GetOriginRequestPolicyRequest, GetOriginRequestPolicyResult } from '@aws-sdk/client-cloudfront';
import { originRequestPolicyArn } from '../../arns';
import type { Operation } from '../../operation';
import { noSuchPolicy } from '../failures';
import { managedEtag } from '../managed/managed-policy';
import { managedOriginRequestPolicies } from '../managed/origin-request-policies';

export const getOriginRequestPolicy: Operation<GetOriginRequestPolicyRequest, GetOriginRequestPolicyResult> =
  {
    service: 'cloudfront',
    name: 'GetOriginRequestPolicy',
    needs: ({ Id }, _world, caller) => [
      {
        action: 'cloudfront:GetOriginRequestPolicy',
        resource: originRequestPolicyArn(caller.accountId, Id ?? ''),
      },
    ],
    perform(_world, { Id }) {
      const policy = managedOriginRequestPolicies.get(Id ?? '');
      if (!policy) throw noSuchPolicy('origin request');
      return { OriginRequestPolicy: policy, ETag: managedEtag };
    },
  };
