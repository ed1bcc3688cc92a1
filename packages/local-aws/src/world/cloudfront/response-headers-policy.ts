import type {
  ResponseHeadersPolicyConfig,
  ResponseHeadersPolicy as ResponseHeadersPolicyOutput,
} from '@aws-sdk/client-cloudfront';
import { responseHeadersPolicyArn } from '../arns';
import { frozenCopy } from '../frozen';
import type { Caller, Need } from '../operation';
import type { Distribution, ResponseHeadersPolicy, World } from '../world';
import { referencesIn } from './checks/policies';
import { requireQuantities } from './checks/quantities';
import { invalidArgument, missingBody, noSuchPolicy, policyNameTaken } from './failures';

export const policyNeed = (action: string, caller: Caller, id = '*'): Need[] => [
  { action: `cloudfront:${action}`, resource: responseHeadersPolicyArn(caller.accountId, id) },
];

/** One that the caller can see: its account's own and those of AWS. @throws AwsFailure */
export function requirePolicy(world: World, caller: Caller, id: string | undefined): ResponseHeadersPolicy {
  const policy = world.responseHeadersPolicies.get(id ?? '');
  if (policy?.accountId !== caller.accountId && policy?.accountId !== 'aws')
    throw noSuchPolicy('response headers');
  return policy;
}

/**
 * A configuration that may be stored under this account.
 * @param except the policy that is being replaced, which may keep its name
 */
export function requirePolicyConfig(
  world: World,
  caller: Caller,
  config: ResponseHeadersPolicyConfig | undefined,
  except?: ResponseHeadersPolicy,
): ResponseHeadersPolicyConfig {
  if (!config) throw missingBody();
  if (!config.Name) throw invalidArgument('The parameter Name is required.');
  requireQuantities(config, 'ResponseHeadersPolicyConfig');
  for (const policy of world.responseHeadersPolicies.values()) {
    if (policy !== except && policy.accountId === caller.accountId && policy.config.Name === config.Name)
      throw policyNameTaken('response headers');
  }
  return frozenCopy(config);
}

export const policyOutput = ({
  id,
  lastModifiedAt,
  config,
}: ResponseHeadersPolicy): ResponseHeadersPolicyOutput => ({
  Id: id,
  LastModifiedTime: new Date(lastModifiedAt),
  ResponseHeadersPolicyConfig: config,
});

/** A distribution with a behaviour that names the policy. */
export function userOfPolicy(world: World, id: string): Distribution | undefined {
  for (const distribution of world.distributions.values()) {
    if (referencesIn(distribution.config, 'ResponseHeadersPolicyId').includes(id)) return distribution;
  }
  return undefined;
}
