import type { Operation } from '../operation';
import { cachePolicyOperations } from './cache-policies/operations';
import { functionOperations } from './functions/operations';
import { invalidationOperations } from './invalidations/operations';
import { keyGroupOperations } from './key-groups/operations';
import { keyValueStoreOperations } from './key-value-stores/operations';
import { associateAlias } from './operations/associate-alias';
import { createDistribution } from './operations/create-distribution';
import { createDistributionWithTags } from './operations/create-distribution-with-tags';
import { deleteDistribution } from './operations/delete-distribution';
import { getDistribution } from './operations/get-distribution';
import { getDistributionConfig } from './operations/get-distribution-config';
import { listConflictingAliases } from './operations/list-conflicting-aliases';
import { listDistributions } from './operations/list-distributions';
import { listDomainConflicts } from './operations/list-domain-conflicts';
import { listTagsForResource } from './operations/list-tags-for-resource';
import { tagResource } from './operations/tag-resource';
import { untagResource } from './operations/untag-resource';
import { updateDistribution } from './operations/update-distribution';
import { updateDomainAssociation } from './operations/update-domain-association';
import { originAccessControlOperations } from './origin-access-controls/operations';
import { originAccessIdentityOperations } from './origin-access-identities/operations';
import { originRequestPolicyOperations } from './origin-request-policies/operations';
import { publicKeyOperations } from './public-keys/operations';
import { responseHeadersPolicyOperations } from './response-headers-policies/operations';

/** Every operation of CloudFront that this model has; all others answer NotImplemented at the gate. */
export const cloudFrontOperations: readonly Operation[] = [
  associateAlias,
  createDistribution,
  createDistributionWithTags,
  deleteDistribution,
  getDistribution,
  getDistributionConfig,
  listConflictingAliases,
  listDistributions,
  listDomainConflicts,
  listTagsForResource,
  tagResource,
  untagResource,
  updateDistribution,
  updateDomainAssociation,
  ...cachePolicyOperations,
  ...functionOperations,
  ...keyGroupOperations,
  ...keyValueStoreOperations,
  ...originAccessControlOperations,
  ...originAccessIdentityOperations,
  ...originRequestPolicyOperations,
  ...publicKeyOperations,
  ...responseHeadersPolicyOperations,
  ...invalidationOperations,
];
