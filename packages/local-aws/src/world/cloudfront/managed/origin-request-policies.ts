import type { OriginRequestPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { allCookies, allQueryStrings, listed, managed, noCookies, noQueryStrings } from './managed-policy';

type Forwarded = Omit<OriginRequestPolicyConfig, 'Name' | 'Comment'>;

const everything = { CookiesConfig: allCookies, QueryStringsConfig: allQueryStrings } as const;
const nothingElse = { CookiesConfig: noCookies, QueryStringsConfig: noQueryStrings } as const;

const whitelist = (...headers: string[]): Pick<Forwarded, 'HeadersConfig'> => ({
  HeadersConfig: { HeaderBehavior: 'whitelist', Headers: listed(...headers) },
});

/** "Use managed origin request policies", CloudFront Developer Guide: the ids are the same in every account. */
const table: readonly [id: string, name: string, comment: string, forwarded: Forwarded][] = [
  [
    '216adef6-5c7f-47e4-b989-5492eafa07d3',
    'Managed-AllViewer',
    'Policy to forward all parameters in viewer requests',
    { HeadersConfig: { HeaderBehavior: 'allViewer' }, ...everything },
  ],
  [
    'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    'Managed-AllViewerExceptHostHeader',
    'Policy to forward all parameters in viewer requests except for the Host header',
    { HeadersConfig: { HeaderBehavior: 'allExcept', Headers: listed('host') }, ...everything },
  ],
  [
    '33f36d7e-f396-46d9-90e0-52428a34d9dc',
    'Managed-AllViewerAndCloudFrontHeaders-2022-06',
    'Policy to forward all parameters in viewer requests and all CloudFront headers released through June 2022',
    {
      HeadersConfig: {
        HeaderBehavior: 'allViewerAndWhitelistCloudFront',
        Headers: listed(
          'CloudFront-Forwarded-Proto',
          'CloudFront-Is-Android-Viewer',
          'CloudFront-Is-Desktop-Viewer',
          'CloudFront-Is-IOS-Viewer',
          'CloudFront-Is-Mobile-Viewer',
          'CloudFront-Is-SmartTV-Viewer',
          'CloudFront-Is-Tablet-Viewer',
          'CloudFront-Viewer-Address',
          'CloudFront-Viewer-ASN',
          'CloudFront-Viewer-City',
          'CloudFront-Viewer-Country',
          'CloudFront-Viewer-Country-Name',
          'CloudFront-Viewer-Country-Region',
          'CloudFront-Viewer-Country-Region-Name',
          'CloudFront-Viewer-Http-Version',
          'CloudFront-Viewer-Latitude',
          'CloudFront-Viewer-Longitude',
          'CloudFront-Viewer-Metro-Code',
          'CloudFront-Viewer-Postal-Code',
          'CloudFront-Viewer-Time-Zone',
          'CloudFront-Viewer-TLS',
        ),
      },
      ...everything,
    },
  ],
  [
    '59781a5b-3903-41f3-afcb-af62929ccde1',
    'Managed-CORS-CustomOrigin',
    'Policy for CORS requests to a custom origin',
    { ...whitelist('origin'), ...nothingElse },
  ],
  [
    '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf',
    'Managed-CORS-S3Origin',
    'Policy for S3 origin with CORS',
    {
      ...whitelist('origin', 'access-control-request-headers', 'access-control-request-method'),
      ...nothingElse,
    },
  ],
  [
    '775133bc-15f2-49f9-abea-afb2e0bf67d2',
    'Managed-Elemental-MediaTailor-PersonalizedManifests',
    'Policy for Elemental MediaTailor personalized manifests origin',
    {
      ...whitelist(
        'origin',
        'access-control-request-headers',
        'access-control-request-method',
        'user-agent',
        'x-forwarded-for',
      ),
      CookiesConfig: noCookies,
      QueryStringsConfig: allQueryStrings,
    },
  ],
  [
    'bf0718e1-ba1e-49d1-88b1-f726733018ae',
    'Managed-HostHeaderOnly',
    'Policy to forward the Host header only',
    { ...whitelist('Host'), ...nothingElse },
  ],
  [
    'acba4595-bd28-49b8-b9fe-13317c0390fa',
    'Managed-UserAgentRefererHeaders',
    'Policy to forward user-agent and referer headers to origin',
    { ...whitelist('user-agent', 'referer'), ...nothingElse },
  ],
];

export const managedOriginRequestPolicies: readonly Entity<OriginRequestPolicyConfig>[] = table.map(
  ([id, Name, Comment, forwarded]) => managed(id, { Name, Comment, ...forwarded }),
);
