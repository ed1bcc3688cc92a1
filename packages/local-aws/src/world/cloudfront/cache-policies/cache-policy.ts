import type { CachePolicyConfig } from '@aws-sdk/client-cloudfront';
import { newUuid } from '../../ids';
import { requireQuantities } from '../checks/quantities';
import { type EntityKind, entityFailures } from '../entities/kind';
import { invalidArgument } from '../failures';
import { distributionsUsing } from '../references';

const daySeconds = 86_400;
const yearSeconds = 31_536_000;

/** What decides on a response's cache key and lifetime. */
export const cachePolicy: EntityKind<CachePolicyConfig> = {
  arnType: 'cache-policy',
  all: (world) => world.cachePolicies,
  newId: newUuid,
  quota: 20,
  failures: entityFailures({
    noSuch: ['NoSuchCachePolicy', 'The cache policy does not exist.'],
    alreadyExists: [
      'CachePolicyAlreadyExists',
      'A cache policy with this name already exists. You must provide a unique name. To modify an existing cache ' +
        'policy, use UpdateCachePolicy.',
    ],
    inUse: [
      'CachePolicyInUse',
      'Cannot delete the cache policy because it is attached to one or more cache behaviors.',
    ],
    tooMany: [
      'TooManyCachePolicies',
      'You have reached the maximum number of cache policies for this Amazon Web Services account.',
    ],
  }),
  accepted(given) {
    requireQuantities(given, 'CachePolicyConfig');
    const config = withDefaults(given);
    requireOrder(config);
    requireNoKeyWithoutCaching(config);
    return config;
  },
  clashes: (one, other) => one.Name === other.Name,
  isUsed: (world, { id }) => distributionsUsing(world, 'cachePolicies', id).length > 0,
};

/** Lifetimes that are left out: a day and a year, but never less than the ones below them (API reference). */
function withDefaults(given: CachePolicyConfig): CachePolicyConfig {
  const { MinTTL = 0 } = given;
  const { DefaultTTL = Math.max(daySeconds, MinTTL) } = given;
  const { MaxTTL = Math.max(yearSeconds, DefaultTTL) } = given;
  return {
    Comment: '',
    ParametersInCacheKeyAndForwardedToOrigin: {
      EnableAcceptEncodingGzip: false,
      HeadersConfig: { HeaderBehavior: 'none' },
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    },
    ...given,
    MinTTL,
    DefaultTTL,
    MaxTTL,
  };
}

function requireOrder({ MinTTL = 0, DefaultTTL = 0, MaxTTL = 0 }: CachePolicyConfig): void {
  if (MinTTL < 0) throw invalidArgument('The parameter MinTTL must not be negative.');
  if (DefaultTTL < MinTTL) throw invalidArgument('The parameter DefaultTTL is less than MinTTL.');
  if (MaxTTL < DefaultTTL) throw invalidArgument('The parameter MaxTTL is less than DefaultTTL.');
}

/** A policy that keeps nothing cannot say by what it would be found (texts from reports of the refusal). */
function requireNoKeyWithoutCaching({ MaxTTL, ...config }: CachePolicyConfig): void {
  const key = config.ParametersInCacheKeyAndForwardedToOrigin;
  if (MaxTTL !== 0 || !key) return;
  const refuse = (parameter: string) =>
    invalidArgument(`The parameter ${parameter} is invalid for policy with caching disabled.`);
  if (key.EnableAcceptEncodingGzip) throw refuse('EnableAcceptEncodingGzip');
  if (key.EnableAcceptEncodingBrotli) throw refuse('EnableAcceptEncodingBrotli');
  if (key.HeadersConfig?.HeaderBehavior !== 'none') throw refuse('HeaderBehavior');
  if (key.CookiesConfig?.CookieBehavior !== 'none') throw refuse('CookieBehavior');
  if (key.QueryStringsConfig?.QueryStringBehavior !== 'none') throw refuse('QueryStringBehavior');
}
