import type {
  CustomErrorResponse,
  DistributionConfig,
  ResponseHeadersPolicyConfig,
} from '@aws-sdk/client-cloudfront';
import type { Behavior } from '../world/cloudfront/references';
import type { Edge, ServedConfig, World } from '../world/world';
import { behaviourFor, functionsOf, type ViewerFunctions, withDefaultRootObject } from './behaviour';
import { type CacheSettings, cacheSettingsOf } from './cache/settings';
import { type Handshake, isDomainFronting } from './fronting';
import type { Headers } from './headers';
import { hostNameOf } from './host';
import { type OriginChoice, originChoiceFor } from './origin-choice';
import { type Page, pages } from './pages';
import { type PassedOn, passedOn } from './passed-on';
import { routeTo } from './route';

/** A request as far as the choice of its answer goes. */
export interface ViewerRequest {
  /** Undefined on plain HTTP. */
  readonly handshake: Handshake | undefined;
  readonly method: string;
  /** The Host header, or `:authority`, as it came. */
  readonly host: string | undefined;
  /** Path and query. */
  readonly url: string;
}

/** How an edge answers: with a page of its own, a redirect, or what an origin says. */
export type AnswerPlan =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'redirect'; readonly status: 301 | 307; readonly location: string }
  | ({ readonly kind: 'forward' } & Forwarding);

export interface Forwarding {
  readonly served: ServedConfig;
  readonly host: string;
  readonly url: string;
  readonly behaviour: Behavior;
  readonly functions: ViewerFunctions;
  /** Left out: those of the viewer. A function may have changed them. */
  readonly headers?: Headers;
  readonly choice: OriginChoice;
  readonly passedOn: PassedOn;
  readonly headersPolicy: ResponseHeadersPolicyConfig | undefined;
  /** Undefined where nothing is ever cached. */
  readonly caching: CacheSettings | undefined;
}

/** What an edge needs to know beside its own view. */
export type EdgeRules = Pick<
  World,
  'knobs' | 'cachePolicies' | 'originRequestPolicies' | 'responseHeadersPolicies'
>;

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '/';

const page = (which: Page): AnswerPlan => ({ kind: 'page', page: which });

/** Decides the answer from this edge's own view, for each request anew: also on a connection kept alive. */
export function planAnswer(rules: EdgeRules, edge: Edge, request: ViewerRequest): AnswerPlan {
  if (!request.host) return page(pages.noHost);
  const host = hostNameOf(request.host);
  const served = routeTo(edge, host);
  if (!served) return page(pages.notConfigured);
  const { handshake } = request;
  if (handshake && isDomainFronting(rules.knobs.frontingRule, handshake, host, served))
    return page(pages.misdirected);
  const behaviour = behaviourFor(served.config, pathOf(request.url));
  if (!handshake) {
    if (behaviour.ViewerProtocolPolicy === 'https-only') return page(pages.httpsOnly);
    if (behaviour.ViewerProtocolPolicy === 'redirect-to-https')
      return redirectToHttps(request.method, host, request.url);
  }
  const allowed: readonly string[] = behaviour.AllowedMethods?.Items ?? ['GET', 'HEAD'];
  if (!allowed.includes(request.method)) return page(pages.methodNotAllowed);
  return { kind: 'forward', ...forwardingFor(rules, served, host, request.url) };
}

/** Methods with a body get 307, so that the viewer repeats them as they were (Developer Guide, "Viewer protocol policy"). */
const redirectToHttps = (method: string, host: string, url: string): AnswerPlan => ({
  kind: 'redirect',
  status: method === 'GET' || method === 'HEAD' ? 301 : 307,
  location: `https://${host}${url}`,
});

/** Where a request goes whose path has been let in; also used for the pages of custom error responses. */
export function forwardingFor(
  rules: EdgeRules,
  served: ServedConfig,
  host: string,
  url: string,
  behaviour: Behavior = behaviourFor(served.config, pathOf(url)),
): Forwarding {
  const { config } = served;
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, undefined] : [url.slice(0, mark), url.slice(mark + 1)];
  const rooted = withDefaultRootObject(config, path);
  return {
    served,
    host,
    url: query === undefined ? rooted : `${rooted}?${query}`,
    behaviour,
    functions: functionsOf(behaviour),
    choice: originChoiceFor(config, behaviour.TargetOriginId ?? ''),
    passedOn: passedOn(behaviour, (id) => rules.originRequestPolicies.get(id)?.config),
    headersPolicy: rules.responseHeadersPolicies.get(behaviour.ResponseHeadersPolicyId ?? '')?.config,
    caching: cacheSettingsOf(behaviour, (id) => rules.cachePolicies.get(id)?.config),
  };
}

/** The page that replaces an origin's error, if the distribution names one for this status. */
export function customErrorFor(
  config: DistributionConfig,
  status: number,
): { readonly pagePath: string; readonly status: number } | undefined {
  const named = (each: CustomErrorResponse): boolean =>
    each.ErrorCode === status && Boolean(each.ResponsePagePath);
  const found = status >= 400 ? config.CustomErrorResponses?.Items?.find(named) : undefined;
  if (!found?.ResponsePagePath) return undefined;
  return { pagePath: found.ResponsePagePath, status: Number(found.ResponseCode) || status };
}

const usualErrorTtlSeconds = 10;

/** For how long at least an origin's error is remembered: "error caching minimum TTL". */
export const errorTtlSeconds = (config: DistributionConfig, status: number): number =>
  config.CustomErrorResponses?.Items?.find(({ ErrorCode }) => ErrorCode === status)?.ErrorCachingMinTTL ??
  usualErrorTtlSeconds;
