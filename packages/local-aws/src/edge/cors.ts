import type { ResponseHeadersPolicyCorsConfig } from '@aws-sdk/client-cloudfront';
import type { PolicyHeader } from './headers';

/** The CORS headers that a policy gives to a viewer's origin; none for an origin that it does not allow. */
export function corsHeaders(
  cors: ResponseHeadersPolicyCorsConfig | undefined,
  viewerOrigin: string,
): PolicyHeader[] {
  if (!cors) return [];
  const allowed = cors.AccessControlAllowOrigins?.Items ?? [];
  if (!allowed.some((pattern) => originMatches(pattern, viewerOrigin))) return [];
  const list = (items: readonly string[] | undefined): string | undefined => items?.join(', ');
  const values: Record<string, string | undefined> = {
    'access-control-allow-origin': allowed.includes('*') ? '*' : viewerOrigin,
    'access-control-allow-headers': list(cors.AccessControlAllowHeaders?.Items),
    'access-control-allow-methods': list(methodsOf(cors)),
    'access-control-allow-credentials': cors.AccessControlAllowCredentials ? 'true' : undefined,
    'access-control-expose-headers': list(cors.AccessControlExposeHeaders?.Items),
    'access-control-max-age': cors.AccessControlMaxAgeSec?.toString(),
  };
  const override = cors.OriginOverride ?? false;
  return Object.entries(values).flatMap(([name, value]) => (value ? [{ name, value, override }] : []));
}

const everyMethod = ['GET', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

const methodsOf = (cors: ResponseHeadersPolicyCorsConfig): readonly string[] | undefined =>
  cors.AccessControlAllowMethods?.Items?.includes('ALL')
    ? everyMethod
    : cors.AccessControlAllowMethods?.Items;

/** `https://*.example.com` covers any origin below it; a pattern without scheme covers both. */
function originMatches(pattern: string, origin: string): boolean {
  if (pattern === '*') return true;
  const candidate = pattern.includes('://') ? origin : origin.replace(/^[a-z]+:\/\//, '');
  const [head = '', tail] = pattern.split('*', 2);
  return tail === undefined ? candidate === head : candidate.startsWith(head) && candidate.endsWith(tail);
}
