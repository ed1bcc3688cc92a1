import { entityProvider, idAndChange } from './entity';
import { cookies, headers, queryStrings } from './request-parts';
import { record, required, text } from './shape';

const config = record({
  Name: required(text),
  Comment: text,
  CookiesConfig: required(cookies),
  HeadersConfig: required(headers),
  QueryStringsConfig: required(queryStrings),
});

/** AWS::CloudFront::OriginRequestPolicy. Ref is the id. */
export const originRequestPolicyProvider = entityProvider({
  type: 'AWS::CloudFront::OriginRequestPolicy',
  noun: 'OriginRequestPolicy',
  shape: record({ OriginRequestPolicyConfig: required(config) }),
  attributes: idAndChange,
});
