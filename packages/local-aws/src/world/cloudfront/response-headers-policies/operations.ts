import type { ResponseHeadersPolicy, ResponseHeadersPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { policyList } from '../listing';
import { responseHeadersPolicy } from './response-headers-policy';

const output = ({
  id,
  lastModifiedAt,
  config,
}: Entity<ResponseHeadersPolicyConfig>): ResponseHeadersPolicy => ({
  Id: id,
  LastModifiedTime: new Date(lastModifiedAt),
  ResponseHeadersPolicyConfig: config,
});

export const responseHeadersPolicyOperations = entityOperations({
  noun: 'ResponseHeadersPolicy',
  plural: 'ResponseHeadersPolicies',
  kind: responseHeadersPolicy,
  path: 'response-headers-policy',
  output,
  list: (entities, query) =>
    policyList(entities, query, (policy) => ({ ResponseHeadersPolicy: output(policy) })),
});
