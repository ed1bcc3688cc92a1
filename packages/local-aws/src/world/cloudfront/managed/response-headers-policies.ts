import type {
  ResponseHeadersPolicyConfig,
  ResponseHeadersPolicyCorsConfig,
  ResponseHeadersPolicySecurityHeadersConfig,
} from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { listed, managed } from './managed-policy';

const simpleCors: ResponseHeadersPolicyCorsConfig = {
  AccessControlAllowOrigins: listed('*'),
  AccessControlAllowHeaders: listed('*'),
  AccessControlAllowMethods: listed('GET', 'HEAD'),
  AccessControlAllowCredentials: false,
  AccessControlExposeHeaders: { Quantity: 0 },
  OriginOverride: false,
};

const preflightCors: ResponseHeadersPolicyCorsConfig = {
  ...simpleCors,
  AccessControlAllowMethods: listed('GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'),
  AccessControlExposeHeaders: listed('*'),
};

const securityHeaders: ResponseHeadersPolicySecurityHeadersConfig = {
  XSSProtection: { Override: false, Protection: true, ModeBlock: true },
  FrameOptions: { Override: false, FrameOption: 'SAMEORIGIN' },
  ReferrerPolicy: { Override: false, ReferrerPolicy: 'strict-origin-when-cross-origin' },
  ContentTypeOptions: { Override: true },
  StrictTransportSecurity: { Override: false, AccessControlMaxAgeSec: 31_536_000 },
};

/** "Use managed response headers policies", CloudFront Developer Guide: the ids are the same in every account. */
const table: readonly [id: string, config: ResponseHeadersPolicyConfig][] = [
  [
    '60669652-455b-4ae9-85a4-c4c02393f86c',
    {
      Name: 'Managed-SimpleCORS',
      Comment: 'Allows all origins for simple CORS requests',
      CorsConfig: simpleCors,
    },
  ],
  [
    '5cc3b908-e619-4b99-88e5-2cf7f45965bd',
    {
      Name: 'Managed-CORS-With-Preflight',
      Comment: 'Allows all origins for CORS requests, including preflight requests',
      CorsConfig: preflightCors,
    },
  ],
  [
    '67f7725c-6f97-4210-82d7-5512b31e9d03',
    {
      Name: 'Managed-SecurityHeadersPolicy',
      Comment: 'Adds a set of security headers to every response',
      SecurityHeadersConfig: securityHeaders,
    },
  ],
  [
    'e61eb60c-9c35-4d20-a928-2b84e02af89c',
    {
      Name: 'Managed-CORS-and-SecurityHeadersPolicy',
      Comment: 'Allows all origins for simple CORS requests and adds security headers',
      CorsConfig: simpleCors,
      SecurityHeadersConfig: securityHeaders,
    },
  ],
  [
    'eaab4381-ed33-4a86-88ca-d9558dc6cd63',
    {
      Name: 'Managed-CORS-with-preflight-and-SecurityHeadersPolicy',
      Comment:
        'Allows all origins for CORS requests, including preflight requests, and adds security headers',
      CorsConfig: preflightCors,
      SecurityHeadersConfig: securityHeaders,
    },
  ],
];

export const managedResponseHeadersPolicies: readonly Entity<ResponseHeadersPolicyConfig>[] = table.map(
  ([id, config]) => managed(id, config),
);
