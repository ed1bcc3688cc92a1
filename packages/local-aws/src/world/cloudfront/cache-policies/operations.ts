import type { CachePolicy, CachePolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { policyList } from '../listing';
import { cachePolicy } from './cache-policy';

const output = ({ id, lastModifiedAt, config }: Entity<CachePolicyConfig>): CachePolicy => ({
  Id: id,
  LastModifiedTime: new Date(lastModifiedAt),
  CachePolicyConfig: config,
});

export const cachePolicyOperations = entityOperations({
  noun: 'CachePolicy',
  plural: 'CachePolicies',
  kind: cachePolicy,
  path: 'cache-policy',
  output,
  list: (entities, query) => policyList(entities, query, (policy) => ({ CachePolicy: output(policy) })),
});
