import type { ResponseHeadersPolicyConfig } from '@aws-sdk/client-cloudfront';
import type { Headers } from '../../src/edge/headers';
import { applyHeadersPolicy } from '../../src/edge/headers-policy';

const after = (
  policy: Partial<ResponseHeadersPolicyConfig>,
  origin: Headers = {},
  viewerOrigin?: string,
): Headers => {
  const headers = { ...origin };
  applyHeadersPolicy({ Name: 'policy', ...policy }, headers, viewerOrigin);
  return headers;
};

const custom = (Override: boolean) => ({
  CustomHeadersConfig: {
    Quantity: 1,
    Items: [{ Header: 'X-Migration', Value: 'from the policy', Override }],
  },
});

const cors = (origins: string[]) => ({
  CorsConfig: {
    AccessControlAllowOrigins: { Quantity: 1, Items: origins },
    AccessControlAllowHeaders: { Quantity: 1, Items: ['x-a', 'x-b'] },
    AccessControlAllowMethods: { Quantity: 1, Items: ['ALL' as const] },
    AccessControlAllowCredentials: false,
    OriginOverride: true,
  },
});

describe('a response headers policy', () => {
  test.each<
    [sentence: string, policy: Partial<ResponseHeadersPolicyConfig>, origin: Headers, expected: Headers]
  >([
    ['adds a header of its own', custom(false), {}, { 'x-migration': 'from the policy' }],
    [
      'lets the origin’s stand without override',
      custom(false),
      { 'x-migration': 'origin' },
      { 'x-migration': 'origin' },
    ],
    [
      'replaces the origin’s with override',
      custom(true),
      { 'x-migration': 'origin' },
      { 'x-migration': 'from the policy' },
    ],
    [
      'removes what the origin sent',
      { RemoveHeadersConfig: { Quantity: 1, Items: [{ Header: 'X-Powered-By' }] } },
      { 'x-powered-by': 'php', etag: '"1"' },
      { etag: '"1"' },
    ],
    [
      'sets a header that it also removes',
      { ...custom(false), RemoveHeadersConfig: { Quantity: 1, Items: [{ Header: 'x-migration' }] } },
      { 'x-migration': 'origin' },
      { 'x-migration': 'from the policy' },
    ],
    [
      'writes security headers in their own syntax',
      {
        SecurityHeadersConfig: {
          StrictTransportSecurity: {
            Override: true,
            AccessControlMaxAgeSec: 63072000,
            IncludeSubdomains: true,
            Preload: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { Override: true, FrameOption: 'SAMEORIGIN' },
          ReferrerPolicy: { Override: true, ReferrerPolicy: 'same-origin' },
          XSSProtection: { Override: true, Protection: true, ModeBlock: true },
        },
      },
      {},
      {
        'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'same-origin',
        'x-xss-protection': '1; mode=block',
      },
    ],
    ['sends no CORS header to a viewer that named no origin', cors(['*']), {}, {}],
  ])('%s', (_, policy, origin, expected) => {
    expect(after(policy, origin)).toEqual(expected);
  });

  test('answers the origins that it allows, and only those', () => {
    expect(after(cors(['https://*.example.com']), {}, 'https://a.example.com')).toEqual({
      'access-control-allow-origin': 'https://a.example.com',
      'access-control-allow-headers': 'x-a, x-b',
      'access-control-allow-methods': 'GET, DELETE, HEAD, OPTIONS, PATCH, POST, PUT',
    });
    expect(after(cors(['https://*.example.com']), {}, 'https://example.org')).toEqual({});
    expect(after(cors(['*']), {}, 'http://anyone.example')).toMatchObject({
      'access-control-allow-origin': '*',
    });
  });
});
