import type { CloudFront } from '@aws-sdk/client-cloudfront';

/**
 * The API names its operations on every kind of entity alike: CreateCachePolicy takes a CachePolicyConfig and answers
 * a CachePolicy, ListCachePolicies a CachePolicyList. Here the types of one noun are looked up by that rule in the
 * SDK's client, so that a noun with another's configuration, or with a plural of our own, does not compile.
 */

/** What has a configuration that can be asked for alone: `CachePolicy`, for there is GetCachePolicyConfig. */
export type Noun = NamesIn<`get${string}Config`> extends `get${infer N}Config` ? N : never;

type NamesIn<Pattern extends string> = Extract<keyof CloudFront, Pattern>;

/** `CachePolicies`, for ListCachePolicies answers a CachePolicyList. */
export type PluralOf<N extends Noun> = {
  [M in NamesIn<`list${string}`>]: `${N}List` extends keyof Answer<M>
    ? M extends `list${infer P}`
      ? P
      : never
    : never;
}[NamesIn<`list${string}`>];

/** `CachePolicy`, as Create, Get and Update answer it. */
export type OutputOf<N extends Noun> = Member<Answer<`get${N}`>, N>;

/** `CachePolicyConfig`, as requests give it and GetCachePolicyConfig answers it. */
export type ConfigOf<N extends Noun> = Member<OutputOf<N>, `${N}Config`>;

/** `CachePolicyList`. */
export type ListOf<N extends Noun> = Member<Answer<`list${PluralOf<N>}`>, `${N}List`>;

/** Of the three ways to call an operation, the last one, with a callback, is the one that inference sees. */
type Answer<Method extends string> = Method extends keyof CloudFront
  ? CloudFront[Method] extends (
      input: never,
      options: never,
      answered: (failure: never, answer?: infer A) => void,
    ) => void
    ? NonNullable<A>
    : never
  : never;

type Member<T, Name extends string> = Name extends keyof T ? NonNullable<T[Name]> : never;
