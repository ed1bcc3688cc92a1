import { distributionArn } from '../arns';
import type { Caller, Need } from '../operation';
import type { Distribution, World } from '../world';
import { noSuchDistribution } from './failures';

/** A distribution of the caller's account. Those of others do not exist for it. */
export function ownDistribution(
  world: World,
  caller: Caller,
  id: string | undefined,
): Distribution | undefined {
  const found = world.distributions.get(id ?? '');
  return found?.accountId === caller.accountId ? found : undefined;
}

/** @throws AwsFailure NoSuchDistribution */
export function requireDistribution(world: World, caller: Caller, id: string | undefined): Distribution {
  const found = ownDistribution(world, caller, id);
  if (!found) throw noSuchDistribution();
  return found;
}

/** What a role must be allowed: the action on the distribution that the request names. */
export const needOnDistribution =
  (action: string) =>
  ({ Id = '' }: { readonly Id?: string | undefined }, _world: World, { accountId }: Caller): Need[] => [
    { action: `cloudfront:${action}`, resource: distributionArn(accountId, Id) },
  ];
