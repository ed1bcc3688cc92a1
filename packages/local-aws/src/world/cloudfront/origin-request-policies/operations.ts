import type { OriginRequestPolicy, OriginRequestPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { policyList } from '../listing';
import { originRequestPolicy } from './origin-request-policy';

const output = ({ id, lastModifiedAt, config }: Entity<OriginRequestPolicyConfig>): OriginRequestPolicy => ({
  Id: id,
  LastModifiedTime: new Date(lastModifiedAt),
  OriginRequestPolicyConfig: config,
});

export const originRequestPolicyOperations = entityOperations({
  noun: 'OriginRequestPolicy',
  plural: 'OriginRequestPolicies',
  kind: originRequestPolicy,
  path: 'origin-request-policy',
  output,
  list: (entities, query) =>
    policyList(entities, query, (policy) => ({ OriginRequestPolicy: output(policy) })),
});
