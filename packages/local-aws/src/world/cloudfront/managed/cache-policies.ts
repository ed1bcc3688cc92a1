import type { CachePolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import {
  allCookies,
  allQueryStrings,
  listed,
  managed,
  noCookies,
  noHeaders,
  noQueryStrings,
} from './managed-policy';

const yearSeconds = 31_536_000;
const daySeconds = 86_400;

type Key = NonNullable<CachePolicyConfig['ParametersInCacheKeyAndForwardedToOrigin']>;

const plainKey = (compressed: boolean): Key => ({
  EnableAcceptEncodingGzip: compressed,
  EnableAcceptEncodingBrotli: compressed,
  HeadersConfig: noHeaders,
  CookiesConfig: noCookies,
  QueryStringsConfig: noQueryStrings,
});

const whitelist = <T extends string>(...items: T[]) => ({
  HeaderBehavior: 'whitelist' as const,
  Headers: listed(...items),
});

/** "Use managed cache policies", CloudFront Developer Guide: the ids are the same in every account. */
const table: readonly [id: string, config: CachePolicyConfig][] = [
  [
    '658327ea-f89d-4fab-a63d-7e88639e58f6',
    {
      Name: 'Managed-CachingOptimized',
      Comment: 'Policy with caching enabled. Supports Gzip and Brotli compression.',
      DefaultTTL: daySeconds,
      MaxTTL: yearSeconds,
      MinTTL: 1,
      ParametersInCacheKeyAndForwardedToOrigin: plainKey(true),
    },
  ],
  [
    'b2884449-e4de-46a7-ac36-70bc7f1ddd6d',
    {
      Name: 'Managed-CachingOptimizedForUncompressedObjects',
      Comment: 'Default policy when compression is disabled',
      DefaultTTL: daySeconds,
      MaxTTL: yearSeconds,
      MinTTL: 1,
      ParametersInCacheKeyAndForwardedToOrigin: plainKey(false),
    },
  ],
  [
    '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    {
      Name: 'Managed-CachingDisabled',
      Comment: 'Policy with caching disabled',
      DefaultTTL: 0,
      MaxTTL: 0,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: plainKey(false),
    },
  ],
  [
    '08627262-05a9-4f76-9ded-b50ca2e3a84f',
    {
      Name: 'Managed-Elemental-MediaPackage',
      Comment: 'Policy for Elemental MediaPackage Origin',
      DefaultTTL: daySeconds,
      MaxTTL: yearSeconds,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        ...plainKey(false),
        EnableAcceptEncodingGzip: true,
        HeadersConfig: whitelist('origin'),
        QueryStringsConfig: {
          QueryStringBehavior: 'whitelist',
          QueryStrings: listed('aws.manifestfilter', 'start', 'end', 'm'),
        },
      },
    },
  ],
  [
    '2e54312d-136d-493c-8eb9-b001f22f67d2',
    {
      Name: 'Managed-Amplify',
      Comment: 'Policy for Amplify Origin',
      DefaultTTL: 2,
      MaxTTL: 600,
      MinTTL: 2,
      ParametersInCacheKeyAndForwardedToOrigin: {
        ...plainKey(true),
        HeadersConfig: whitelist('Authorization', 'CloudFront-Viewer-Country', 'Host'),
        CookiesConfig: allCookies,
        QueryStringsConfig: allQueryStrings,
      },
    },
  ],
  [
    '83da9c7e-98b4-4e11-a168-04f0df8e2c65',
    {
      Name: 'UseOriginCacheControlHeaders',
      Comment:
        'Policy for origins that return Cache-Control headers. Query strings are not included in the cache key.',
      DefaultTTL: 0,
      MaxTTL: yearSeconds,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: originKey(noQueryStrings),
    },
  ],
  [
    '4cc15a8a-d715-48a4-82b8-cc0b614638fe',
    {
      Name: 'UseOriginCacheControlHeaders-QueryStrings',
      Comment:
        'Policy for origins that return Cache-Control headers and serve different content based on values present ' +
        'in the query string.',
      DefaultTTL: 0,
      MaxTTL: yearSeconds,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: originKey(allQueryStrings),
    },
  ],
  ...amplify('4d1d2f1d-3a71-49ad-9e08-7ea5d843a556', 'Default', 'Default Amplify cache policy', {
    HeadersConfig: whitelist('Accept', 'Authorization', 'CloudFront-Viewer-Country', 'Host'),
    CookiesConfig: allCookies,
    QueryStringsConfig: allQueryStrings,
  }),
  ...amplify(
    'a6bad946-36c3-4c33-aa98-362c74a7fb13',
    'DefaultNoCookies',
    'Default Amplify cache policy without cookies',
    {
      HeadersConfig: whitelist('Accept', 'Authorization', 'CloudFront-Viewer-Country', 'Host'),
      QueryStringsConfig: allQueryStrings,
    },
  ),
  ...amplify(
    '1c6db51a-a33f-469a-8245-dae26771f530',
    'ImageOptimization',
    'Amplify cache policy for image optimization',
    { HeadersConfig: whitelist('Accept', 'Authorization', 'Host'), QueryStringsConfig: allQueryStrings },
  ),
  ...amplify(
    '7e5fad67-ee98-4ad0-b05a-394999eefc1a',
    'StaticContent',
    'Amplify cache policy for static content',
    { HeadersConfig: whitelist('Authorization', 'Host') },
  ),
];

/**
 * What Amplify Hosting puts on its own distributions ("Managing the cache configuration for an app", Amplify user
 * guide). There are four more, named -V2, whose ids no public source tells apart; they are not here.
 */
function amplify(
  id: string,
  name: string,
  comment: string,
  key: Partial<Key>,
): [string, CachePolicyConfig][] {
  return [
    [
      id,
      {
        Name: `Managed-Amplify-${name}`,
        Comment: comment,
        DefaultTTL: 0,
        MaxTTL: yearSeconds,
        MinTTL: 0,
        ParametersInCacheKeyAndForwardedToOrigin: { ...plainKey(true), ...key },
      },
    ],
  ];
}

function originKey(queryStrings: Key['QueryStringsConfig']): Key {
  return {
    ...plainKey(true),
    HeadersConfig: whitelist(
      'host',
      'origin',
      'x-http-method',
      'x-http-method-override',
      'x-method-override',
    ),
    CookiesConfig: allCookies,
    QueryStringsConfig: queryStrings,
  };
}

export const managedCachePolicies: readonly Entity<CachePolicyConfig>[] = table.map(([id, config]) =>
  managed(id, config),
);
