import type {
  ResponseHeadersPolicyConfig,
  ResponseHeadersPolicySecurityHeadersConfig,
} from '@aws-sdk/client-cloudfront';
import { corsHeaders } from './cors';
import type { Headers, PolicyHeader } from './headers';

/**
 * A response headers policy on an origin's answer: first what it removes, then what it sets, so that a header
 * that is both removed and set ends up set.
 * @param headers changed in place
 * @param viewerOrigin the viewer's Origin header: without it CORS headers are not sent
 */
export function applyHeadersPolicy(
  policy: ResponseHeadersPolicyConfig | undefined,
  headers: Headers,
  viewerOrigin: string | undefined,
): void {
  if (!policy) return;
  for (const { Header } of policy.RemoveHeadersConfig?.Items ?? [])
    delete headers[(Header ?? '').toLowerCase()];
  for (const each of fixedHeaders(policy)) set(headers, each);
  if (viewerOrigin) for (const each of corsHeaders(policy.CorsConfig, viewerOrigin)) set(headers, each);
}

function set(headers: Headers, { name, value, override }: PolicyHeader): void {
  if (override || headers[name] === undefined) headers[name] = value;
}

const known = new WeakMap<ResponseHeadersPolicyConfig, PolicyHeader[]>();

/** Headers that are the same for every request; worked out once per version of the policy. */
function fixedHeaders(policy: ResponseHeadersPolicyConfig): PolicyHeader[] {
  let headers = known.get(policy);
  if (!headers) {
    const custom = (policy.CustomHeadersConfig?.Items ?? []).map((item) => ({
      name: (item.Header ?? '').toLowerCase(),
      value: item.Value ?? '',
      override: item.Override ?? false,
    }));
    headers = [...custom, ...securityHeaders(policy.SecurityHeadersConfig ?? {})];
    known.set(policy, headers);
  }
  return headers;
}

function securityHeaders(security: ResponseHeadersPolicySecurityHeadersConfig): PolicyHeader[] {
  const {
    StrictTransportSecurity: transport,
    ContentTypeOptions: contentType,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    ContentSecurityPolicy: content,
    XSSProtection: xss,
  } = security;
  const candidates: [string, { Override?: boolean | undefined } | undefined, string | undefined][] = [
    ['strict-transport-security', transport, transport && hstsValue(transport)],
    ['x-content-type-options', contentType, contentType && 'nosniff'],
    ['x-frame-options', frame, frame?.FrameOption],
    ['referrer-policy', referrer, referrer?.ReferrerPolicy],
    ['content-security-policy', content, content?.ContentSecurityPolicy],
    ['x-xss-protection', xss, xss && xssValue(xss)],
  ];
  return candidates.flatMap(([name, setting, value]) =>
    value === undefined ? [] : [{ name, value, override: setting?.Override ?? false }],
  );
}

type Security = ResponseHeadersPolicySecurityHeadersConfig;

const hstsValue = (hsts: NonNullable<Security['StrictTransportSecurity']>): string =>
  [
    `max-age=${hsts.AccessControlMaxAgeSec ?? 0}`,
    ...(hsts.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(hsts.Preload ? ['preload'] : []),
  ].join('; ');

const xssValue = (xss: NonNullable<Security['XSSProtection']>): string =>
  [
    xss.Protection ? '1' : '0',
    ...(xss.ModeBlock ? ['mode=block'] : []),
    ...(xss.ReportUri ? [`report=${xss.ReportUri}`] : []),
  ].join('; ');
