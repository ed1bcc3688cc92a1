import { isObject, type Json, type JsonObject } from '../json';
import { list, object, type Shape, same } from '../template/shape';
import { type Definition, ref } from './definition';

const names = list();
const headers = object({ HeaderBehavior: same, Headers: names });
const cookies = object({ CookieBehavior: same, Cookies: names });
const queryStrings = object({ QueryStringBehavior: same, QueryStrings: names });

const cachePolicyConfig = object({
  Name: same,
  Comment: same,
  DefaultTTL: same,
  MaxTTL: same,
  MinTTL: same,
  ParametersInCacheKeyAndForwardedToOrigin: object({
    EnableAcceptEncodingGzip: same,
    EnableAcceptEncodingBrotli: same,
    HeadersConfig: headers,
    CookiesConfig: cookies,
    QueryStringsConfig: queryStrings,
  }),
});

const originRequestPolicyConfig = object({
  Name: same,
  Comment: same,
  HeadersConfig: headers,
  CookiesConfig: cookies,
  QueryStringsConfig: queryStrings,
});

/** Templates keep `Items` in this one, and have no `Quantity`. */
const withoutQuantities: Shape = (value) => {
  if (Array.isArray(value)) return value.map((each) => withoutQuantities(each, '', []) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'Quantity')
      .map(([name, each]) => [name, withoutQuantities(each, '', []) ?? null]),
  );
};

const policyKinds = [
  { member: 'CachePolicy', kind: 'cachePolicies', config: cachePolicyConfig },
  { member: 'OriginRequestPolicy', kind: 'originRequestPolicies', config: originRequestPolicyConfig },
  { member: 'ResponseHeadersPolicy', kind: 'responseHeadersPolicies', config: withoutQuantities },
] as const;

/** `aws cloudfront get-cache-policy`, `get-origin-request-policy` and `get-response-headers-policy`. */
export function policyIn(document: JsonObject, unknown: string[]): Definition | undefined {
  for (const { member, kind, config } of policyKinds) {
    const policy = document[member];
    if (!isObject(policy)) continue;
    const written = config(policy[`${member}Config`] ?? null, `${member}.${member}Config`, unknown);
    return {
      kind,
      value: String(policy.Id),
      name: nameIn(written),
      type: `AWS::CloudFront::${member}`,
      properties: () => ({ [`${member}Config`]: written ?? {} }),
      reference: ref,
    };
  }
  return undefined;
}

const nameIn = (config: Json | undefined): string => (isObject(config) ? String(config.Name ?? '') : '');
