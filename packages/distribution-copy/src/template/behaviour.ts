import type { Json, JsonObject } from '../json';
import { flag, list, object, present, type Rule, type Shape, same, text } from './shape';

/** AllowedMethods of the API holds the cached ones; a template has the two beside each other. */
const methods: Rule = {
  spread: (value: Json, at: string, unknown: string[]): JsonObject => {
    const { CachedMethods, ...allowed } = value as JsonObject;
    return present({
      AllowedMethods: list()(allowed, at, unknown),
      CachedMethods: list()(CachedMethods ?? null, `${at}.CachedMethods`, unknown),
    });
  },
};

const forwardedValues = object({
  QueryString: same,
  Cookies: object({ Forward: same, WhitelistedNames: list() }),
  Headers: list(),
  QueryStringCacheKeys: list(),
});

const rules: Readonly<Record<string, Rule>> = {
  TargetOriginId: same,
  TrustedSigners: list(),
  TrustedKeyGroups: list(),
  ViewerProtocolPolicy: same,
  AllowedMethods: methods,
  SmoothStreaming: flag,
  Compress: same,
  LambdaFunctionAssociations: list(object({ LambdaFunctionARN: same, EventType: same, IncludeBody: flag })),
  FunctionAssociations: list(object({ FunctionARN: same, EventType: same })),
  FieldLevelEncryptionId: text,
  RealtimeLogConfigArn: text,
  CachePolicyId: text,
  OriginRequestPolicyId: text,
  ResponseHeadersPolicyId: text,
  GrpcConfig: object({ Enabled: flag }),
  ForwardedValues: forwardedValues,
  MinTTL: same,
  DefaultTTL: same,
  MaxTTL: same,
};

/** `DefaultCacheBehavior`, for all paths that no other behaviour takes. */
export const defaultBehaviour: Shape = object(rules);

/** One of `CacheBehaviors`. */
export const pathBehaviour: Shape = object({ PathPattern: same, ...rules });
