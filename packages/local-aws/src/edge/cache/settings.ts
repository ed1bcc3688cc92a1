import type { CacheBehavior, CachePolicyConfig, DefaultCacheBehavior } from '@aws-sdk/client-cloudfront';
import type { Ttl } from './freshness';

/** Which names count: of headers, cookies or query parameters. */
export type NameChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'only' | 'except'; readonly names: ReadonlySet<string> };

/** What a behaviour says about keeping answers. */
export interface CacheSettings {
  readonly ttl: Ttl;
  /** GET, HEAD, and OPTIONS where it is asked for; nothing else is ever cached. */
  readonly methods: readonly string[];
  /** In lower case. */
  readonly headers: readonly string[];
  /** Encodings that are looked for in Accept-Encoding. */
  readonly encodings: readonly string[];
  readonly cookies: NameChoice;
  readonly queryStrings: NameChoice;
}

type Behaviour = CacheBehavior | DefaultCacheBehavior;
export type PolicyById = (id: string) => CachePolicyConfig | undefined;

const known = new WeakMap<
  Behaviour,
  { policy: CachePolicyConfig | undefined; settings: CacheSettings | undefined }
>();

/**
 * Read from the cache policy, or from the ForwardedValues of before 2020. Undefined where nothing is ever cached: where
 * every header is forwarded (Developer Guide, "Cache content based on request headers"), and under a policy that is
 * not known here, for which guessing a hit would be worse than showing the origin too much load.
 */
export function cacheSettingsOf(behaviour: Behaviour, policyById: PolicyById): CacheSettings | undefined {
  const policy = behaviour.CachePolicyId ? policyById(behaviour.CachePolicyId) : undefined;
  const before = known.get(behaviour);
  if (before && before.policy === policy) return before.settings;
  const settings = policy ? fromPolicy(behaviour, policy) : fromForwardedValues(behaviour);
  known.set(behaviour, { policy, settings });
  return settings;
}

const daySeconds = 86_400;
const yearSeconds = 31_536_000;

const ttlOf = ({
  MinTTL: min = 0,
  DefaultTTL,
  MaxTTL,
}: {
  MinTTL?: number;
  DefaultTTL?: number;
  MaxTTL?: number;
}) => {
  const standard = DefaultTTL ?? Math.max(daySeconds, min);
  return { min, standard, max: MaxTTL ?? Math.max(yearSeconds, standard) };
};

function fromPolicy(behaviour: Behaviour, policy: CachePolicyConfig): CacheSettings {
  const parameters = policy.ParametersInCacheKeyAndForwardedToOrigin;
  const { HeadersConfig: headers, CookiesConfig: cookies, QueryStringsConfig: query } = parameters ?? {};
  return {
    ttl: ttlOf(policy),
    methods: methodsOf(behaviour),
    headers: lowerCase(headers?.Headers?.Items),
    encodings: [
      ...(parameters?.EnableAcceptEncodingBrotli ? ['br'] : []),
      ...(parameters?.EnableAcceptEncodingGzip ? ['gzip'] : []),
    ],
    cookies: choiceOf(cookies?.CookieBehavior, cookies?.Cookies?.Items),
    queryStrings: choiceOf(query?.QueryStringBehavior, query?.QueryStrings?.Items),
  };
}

function fromForwardedValues(behaviour: Behaviour): CacheSettings | undefined {
  const values = behaviour.ForwardedValues;
  if (!values || values.Headers?.Items?.includes('*')) return undefined;
  const { Forward, WhitelistedNames } = values.Cookies ?? {};
  const counted = values.QueryStringCacheKeys?.Items ?? [];
  const ofQuery = !values.QueryString ? 'none' : counted.length > 0 ? 'whitelist' : 'all';
  return {
    ttl: ttlOf(behaviour),
    methods: methodsOf(behaviour),
    headers: lowerCase(values.Headers?.Items),
    encodings: behaviour.Compress ? ['gzip'] : [],
    cookies: choiceOf(Forward, WhitelistedNames?.Items),
    queryStrings: choiceOf(ofQuery, counted),
  };
}

function choiceOf(behaviour: string | undefined, names: readonly string[] = []): NameChoice {
  if (behaviour === 'all') return { kind: 'all' };
  if (behaviour === 'whitelist') return { kind: 'only', names: new Set(names) };
  if (behaviour === 'allExcept') return { kind: 'except', names: new Set(names) };
  return { kind: 'none' };
}

const lowerCase = (names: readonly string[] = []): string[] => names.map((name) => name.toLowerCase());

const methodsOf = ({ AllowedMethods }: Behaviour): readonly string[] =>
  AllowedMethods?.CachedMethods?.Items ?? ['GET', 'HEAD'];
