import type { Hsts, Outcome } from '../model/rule-set';

/** All headers but Location, names in lower case. */
export function headersOf(outcome: Outcome): Record<string, string> {
  return {
    ...outcome.headers,
    ...(outcome.hsts ? { 'strict-transport-security': hstsText(outcome.hsts) } : {}),
    ...(outcome.cacheControl === undefined ? {} : { 'cache-control': outcome.cacheControl }),
    ...(outcome.body ? { 'content-type': outcome.body.contentType } : {}),
  };
}

const hstsText = ({ maxAgeSeconds, includeSubDomains, preload }: Hsts): string =>
  [
    `max-age=${maxAgeSeconds}`,
    ...(includeSubDomains ? ['includeSubDomains'] : []),
    ...(preload ? ['preload'] : []),
  ].join('; ');
