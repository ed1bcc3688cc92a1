import type { Operation } from '../../operation';
import { createCachePolicy } from './create-cache-policy';
import { deleteCachePolicy } from './delete-cache-policy';
import { getCachePolicy } from './get-cache-policy';
import { getCachePolicyConfig } from './get-cache-policy-config';
import { listCachePolicies } from './list-cache-policies';
import { updateCachePolicy } from './update-cache-policy';

export const cachePolicyOperations: readonly Operation[] = [
  createCachePolicy,
  deleteCachePolicy,
  getCachePolicy,
  getCachePolicyConfig,
  listCachePolicies,
  updateCachePolicy,
];
