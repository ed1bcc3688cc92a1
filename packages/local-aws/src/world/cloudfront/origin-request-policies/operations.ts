import type { Operation } from '../../operation';
import { createOriginRequestPolicy } from './create-origin-request-policy';
import { deleteOriginRequestPolicy } from './delete-origin-request-policy';
import { getOriginRequestPolicy } from './get-origin-request-policy';
import { getOriginRequestPolicyConfig } from './get-origin-request-policy-config';
import { listOriginRequestPolicies } from './list-origin-request-policies';
import { updateOriginRequestPolicy } from './update-origin-request-policy';

export const originRequestPolicyOperations: readonly Operation[] = [
  createOriginRequestPolicy,
  deleteOriginRequestPolicy,
  getOriginRequestPolicy,
  getOriginRequestPolicyConfig,
  listOriginRequestPolicies,
  updateOriginRequestPolicy,
];
