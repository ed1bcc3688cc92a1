import type { Operation } from '../../operation';
import { createResponseHeadersPolicy } from './create-response-headers-policy';
import { deleteResponseHeadersPolicy } from './delete-response-headers-policy';
import { getResponseHeadersPolicy } from './get-response-headers-policy';
import { getResponseHeadersPolicyConfig } from './get-response-headers-policy-config';
import { listResponseHeadersPolicies } from './list-response-headers-policies';
import { updateResponseHeadersPolicy } from './update-response-headers-policy';

export const responseHeadersPolicyOperations: readonly Operation[] = [
  createResponseHeadersPolicy,
  deleteResponseHeadersPolicy,
  getResponseHeadersPolicy,
  getResponseHeadersPolicyConfig,
  listResponseHeadersPolicies,
  updateResponseHeadersPolicy,
];
