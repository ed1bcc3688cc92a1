import { responseOutcomeOf, viewerResponse } from '@cutover/edge-functions';
import type { Delivery } from '../deliver';
import type { Headers } from '../headers';
import type { Page } from '../pages';
import type { Forwarding } from '../plan';
import type { EdgeSite } from '../site';
import type { ViewerMessage } from '../viewer';
import { askedBy, eventOf } from './event';
import { invalidValue, notRun } from './pages';
import { runAtEdge } from './run';

/** What the viewer gets after the function of a behaviour has had the response. */
export type ResponseVerdict =
  | { readonly kind: 'response'; readonly status: number; readonly headers: Headers }
  | { readonly kind: 'error'; readonly page: Page };

/**
 * Runs the function of a behaviour on the response of cache or origin. It does not run where the origin answered 400 or
 * higher, nor where a function has made the response ("Restrictions on all edge functions").
 */
export function onViewerResponse(
  site: EdgeSite,
  forwarding: Forwarding,
  message: ViewerMessage,
  { status, headers, isError }: Delivery,
): ResponseVerdict {
  const arn = forwarding.functions.response;
  if (arn === undefined || isError) return { kind: 'response', status, headers };
  const request = eventOf(site, forwarding, askedBy(message));
  const invocation = viewerResponse(request, { status, headers });
  const result = runAtEdge(site, arn, invocation);
  if (!result) return { kind: 'response', status, headers };
  const { output, error } = result;
  if (error) return { kind: 'error', page: notRun };
  const outcome = responseOutcomeOf(output, invocation.event.response!);
  if (outcome.kind !== 'response')
    return { kind: 'error', page: invalidValue(outcome.kind === 'refused' ? outcome.because : []) };
  const { 'set-cookie': cookies, ...others } = outcome.response.headers;
  return {
    kind: 'response',
    status: outcome.response.status,
    headers: { ...others, ...(cookies && { 'set-cookie': cookies.split('\n') }) },
  };
}
