import type { CachePolicy, CachePolicyConfig } from '@aws-sdk/client-cloudfront';
import { frozenCopy } from '../../frozen';
import {
  allCookies,
  allQueryStrings,
  listed,
  managedSince,
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
      Name: 'Managed-UseOriginCacheControlHeaders',
      Comment: 'Policy that enables caching based on origin Cache-Control headers',
      DefaultTTL: 0,
      MaxTTL: yearSeconds,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: originKey(noQueryStrings),
    },
  ],
  [
    '4cc15a8a-d715-48a4-82b8-cc0b614638fe',
    {
      Name: 'Managed-UseOriginCacheControlHeaders-QueryStrings',
      Comment: 'Policy that enables caching based on origin Cache-Control headers and query strings',
      DefaultTTL: 0,
      MaxTTL: yearSeconds,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: originKey(allQueryStrings),
    },
  ],
];

function originKey(queryStrings: Key['QueryStringsConfig']): Key {
  return {
    ...plainKey(true),
    HeadersConfig: whitelist(
      'Host',
      'Origin',
      'X-HTTP-Method-Override',
      'X-HTTP-Method',
      'X-Method-Override',
    ),
    CookiesConfig: allCookies,
    QueryStringsConfig: queryStrings,
  };
}

export const managedCachePolicies: ReadonlyMap<string, CachePolicy> = new Map(
  table.map(([id, config]) => [
    id,
    frozenCopy({ Id: id, LastModifiedTime: new Date(managedSince), CachePolicyConfig: config }),
  ]),
);
