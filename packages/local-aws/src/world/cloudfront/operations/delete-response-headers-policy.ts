import type { DeleteResponseHeadersPolicyRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { illegalDelete, policyInUse } from '../failures';
import { requireMatch } from '../preconditions';
import { policyNeed, requirePolicy, userOfPolicy } from '../response-headers-policy';

export const deleteResponseHeadersPolicy: Operation<
  DeleteResponseHeadersPolicyRequest,
  Record<string, never>
> = {
  service: 'cloudfront',
  name: 'DeleteResponseHeadersPolicy',
  needs: ({ Id }, _world, caller) => policyNeed('DeleteResponseHeadersPolicy', caller, Id),
  perform(world, { Id, IfMatch }, caller) {
    const policy = requirePolicy(world, caller, Id);
    if (policy.accountId === 'aws') throw illegalDelete();
    requireMatch(IfMatch, policy.etag);
    if (userOfPolicy(world, policy.id)) throw policyInUse('response headers');
    world.responseHeadersPolicies.delete(policy.id);
    return {};
  },
};
