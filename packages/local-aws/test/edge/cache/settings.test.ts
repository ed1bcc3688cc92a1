import { cacheSettingsOf } from '../../../src/edge/cache/settings';
import { managedCachePolicies } from '../../../src/world/cloudfront/managed/cache-policies';

const policyNamed = (name: string) => managedCachePolicies.find(({ config }) => config.Name === name)?.config;

const settingsOf = (behaviour: object, policy?: string) =>
  cacheSettingsOf({ TargetOriginId: 'main', ViewerProtocolPolicy: 'allow-all', ...behaviour }, () =>
    policy === undefined ? undefined : policyNamed(policy),
  );

describe('how long a behaviour may keep answers', () => {
  test.each<[sentence: string, behaviour: object, policy: string | undefined, ttl: object | undefined]>([
    [
      'a day at first with CachingOptimized, at least a second',
      { CachePolicyId: 'x' },
      'Managed-CachingOptimized',
      { min: 1, standard: 86_400, max: 31_536_000 },
    ],
    [
      'not at all with CachingDisabled',
      { CachePolicyId: 'x' },
      'Managed-CachingDisabled',
      { min: 0, standard: 0, max: 0 },
    ],
    [
      'as its own members say, where forwarded values stand in for a policy',
      { ForwardedValues: { QueryString: false }, MinTTL: 5, DefaultTTL: 60, MaxTTL: 600 },
      undefined,
      { min: 5, standard: 60, max: 600 },
    ],
    [
      'a day by default with forwarded values',
      { ForwardedValues: { QueryString: false } },
      undefined,
      { min: 0, standard: 86_400, max: 31_536_000 },
    ],
    [
      'never, where forwarded values forward every header',
      { ForwardedValues: { QueryString: false, Headers: { Quantity: 1, Items: ['*'] } } },
      undefined,
      undefined,
    ],
    ['never, with a policy that nobody knows here', { CachePolicyId: 'x' }, undefined, undefined],
  ])('%s', (_, behaviour, policy, ttl) => {
    expect(settingsOf(behaviour, policy)?.ttl).toEqual(ttl);
  });
});
