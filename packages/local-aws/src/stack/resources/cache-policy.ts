import { entityProvider, idAndChange } from './entity';
import { cookies, headers, queryStrings } from './request-parts';
import { flag, record, required, text, whole } from './shape';

const key = record({
  EnableAcceptEncodingBrotli: flag,
  EnableAcceptEncodingGzip: required(flag),
  CookiesConfig: required(cookies),
  HeadersConfig: required(headers),
  QueryStringsConfig: required(queryStrings),
});

const config = record({
  Name: required(text),
  Comment: text,
  DefaultTTL: required(whole),
  MaxTTL: required(whole),
  MinTTL: required(whole),
  ParametersInCacheKeyAndForwardedToOrigin: required(key),
});

/** AWS::CloudFront::CachePolicy. Ref is the id. */
export const cachePolicyProvider = entityProvider({
  type: 'AWS::CloudFront::CachePolicy',
  noun: 'CachePolicy',
  shape: record({ CachePolicyConfig: required(config) }),
  attributes: idAndChange,
});
