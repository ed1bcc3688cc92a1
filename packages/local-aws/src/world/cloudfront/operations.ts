import type { Operation } from '../operation';
import { associateAlias } from './operations/associate-alias';
import { invalidationOperations } from './invalidations/operations';
import { createDistribution } from './operations/create-distribution';
import { createDistributionWithTags } from './operations/create-distribution-with-tags';
import { createResponseHeadersPolicy } from './operations/create-response-headers-policy';
import { deleteDistribution } from './operations/delete-distribution';
import { deleteResponseHeadersPolicy } from './operations/delete-response-headers-policy';
import { getCachePolicy } from './operations/get-cache-policy';
import { getDistribution } from './operations/get-distribution';
import { getDistributionConfig } from './operations/get-distribution-config';
import { getOriginRequestPolicy } from './operations/get-origin-request-policy';
import { getResponseHeadersPolicy } from './operations/get-response-headers-policy';
import { getResponseHeadersPolicyConfig } from './operations/get-response-headers-policy-config';
import { listCachePolicies } from './operations/list-cache-policies';
import { listConflictingAliases } from './operations/list-conflicting-aliases';
import { listDistributions } from './operations/list-distributions';
import { listDomainConflicts } from './operations/list-domain-conflicts';
import { listOriginRequestPolicies } from './operations/list-origin-request-policies';
import { listResponseHeadersPolicies } from './operations/list-response-headers-policies';
import { listTagsForResource } from './operations/list-tags-for-resource';
import { tagResource } from './operations/tag-resource';
import { untagResource } from './operations/untag-resource';
import { updateDistribution } from './operations/update-distribution';
import { updateDomainAssociation } from './operations/update-domain-association';
import { updateResponseHeadersPolicy } from './operations/update-response-headers-policy';

/** Every operation of CloudFront that this model has; all others answer NotImplemented at the gate. */
export const cloudFrontOperations: readonly Operation[] = [
  associateAlias,
  createDistribution,
  createDistributionWithTags,
  createResponseHeadersPolicy,
  deleteDistribution,
  deleteResponseHeadersPolicy,
  getCachePolicy,
  getDistribution,
  getDistributionConfig,
  getOriginRequestPolicy,
  getResponseHeadersPolicy,
  getResponseHeadersPolicyConfig,
  listCachePolicies,
  listConflictingAliases,
  listDistributions,
  listDomainConflicts,
  listOriginRequestPolicies,
  listResponseHeadersPolicies,
  listTagsForResource,
  tagResource,
  untagResource,
  updateDistribution,
  updateDomainAssociation,
  updateResponseHeadersPolicy,
  ...invalidationOperations,
];
