import type {
  CacheBehavior,
  DefaultCacheBehavior,
  OriginRequestPolicyConfig,
} from '@aws-sdk/client-cloudfront';

/** What of a viewer's request the origin sees beside what the cache key has. */
export interface PassedOn {
  /** By its name in lower case; `cookie` is none of them. */
  header(name: string): boolean;
  /** Whether cookies go along; which ones is not told apart. */
  readonly cookies: boolean;
}

/** Read from the origin request policy, or from the ForwardedValues of before 2020. */
export function passedOn(
  behaviour: CacheBehavior | DefaultCacheBehavior,
  policyOf: (id: string) => OriginRequestPolicyConfig | undefined,
): PassedOn {
  const policy = behaviour.OriginRequestPolicyId ? policyOf(behaviour.OriginRequestPolicyId) : undefined;
  return policy ? byPolicy(policy) : byForwardedValues(behaviour);
}

function byPolicy({ HeadersConfig, CookiesConfig }: OriginRequestPolicyConfig): PassedOn {
  const listed = lowerCase(HeadersConfig?.Headers?.Items);
  const cookies = CookiesConfig !== undefined && CookiesConfig.CookieBehavior !== 'none';
  switch (HeadersConfig?.HeaderBehavior) {
    case 'whitelist':
      return { cookies, header: (name) => listed.includes(name) };
    case 'allExcept':
      return { cookies, header: (name) => !listed.includes(name) };
    case 'allViewer':
    case 'allViewerAndWhitelistCloudFront':
      return { cookies, header: () => true };
    default:
      return { cookies, header: () => false };
  }
}

function byForwardedValues({ ForwardedValues }: CacheBehavior | DefaultCacheBehavior): PassedOn {
  const listed = lowerCase(ForwardedValues?.Headers?.Items);
  const forward = ForwardedValues?.Cookies?.Forward;
  return {
    cookies: forward !== undefined && forward !== 'none',
    header: (name) => listed.includes('*') || listed.includes(name),
  };
}

const lowerCase = (names: readonly string[] | undefined): string[] =>
  (names ?? []).map((name) => name.toLowerCase());
