import type { CacheBehavior, DefaultCacheBehavior, DistributionConfig } from '@aws-sdk/client-cloudfront';
import { matchesPattern } from '../world/wildcards';

/** `*` is any run of characters, `?` one; letter case counts and the first slash may be left out. */
export const pathMatches = (pattern: string, path: string): boolean =>
  matchesPattern(pattern.startsWith('/') ? pattern : `/${pattern}`, path);

/** The first behaviour in the configuration's order whose pattern matches the path, else the default one. */
export function behaviourFor(config: DistributionConfig, path: string): CacheBehavior | DefaultCacheBehavior {
  const special = config.CacheBehaviors?.Items?.find((each) => pathMatches(each.PathPattern ?? '', path));
  const behaviour = special ?? config.DefaultCacheBehavior;
  if (!behaviour)
    throw new Error('A distribution without a default cache behaviour cannot have been accepted.');
  return behaviour;
}

/** `/` asks for the default root object; a folder below it never does. */
export const withDefaultRootObject = (config: DistributionConfig, path: string): string =>
  path === '/' && config.DefaultRootObject ? `/${config.DefaultRootObject}` : path;

/** The functions of a behaviour that run at the edge, by ARN. */
export interface ViewerFunctions {
  readonly request: string | undefined;
  readonly response: string | undefined;
}

export function functionsOf({ FunctionAssociations }: CacheBehavior | DefaultCacheBehavior): ViewerFunctions {
  const on = (event: string): string | undefined =>
    FunctionAssociations?.Items?.find(({ EventType }) => EventType === event)?.FunctionARN;
  return { request: on('viewer-request'), response: on('viewer-response') };
}
