import { outcomeOf, type PlainResponse } from '@cutover/edge-functions';
import type { Page } from '../pages';
import { type Forwarding, forwardingFor } from '../plan';
import type { EdgeSite } from '../site';
import type { ViewerMessage } from '../viewer';
import { askedBy, eventOf, rewritten } from './event';
import { invalidValue, notRun } from './pages';
import { runAtEdge } from './run';

/** What becomes of a request whose behaviour has a function for it. */
export type FunctionVerdict =
  | { readonly kind: 'response'; readonly response: PlainResponse }
  | { readonly kind: 'forward'; readonly forwarding: Forwarding }
  | { readonly kind: 'error'; readonly page: Page; readonly word: string };

/**
 * Runs the function of a behaviour on a viewer's request: its response is the answer, its request goes on to cache and
 * origin. The behaviour stays the one that the viewer's own path chose ("Restrictions on edge functions").
 */
export function onViewerRequest(
  site: EdgeSite,
  forwarding: Forwarding,
  message: ViewerMessage,
): FunctionVerdict {
  const { functions, served, host, behaviour } = forwarding;
  if (functions.request === undefined) return { kind: 'forward', forwarding };
  const invocation = eventOf(site, forwarding, askedBy(message));
  const result = runAtEdge(site, functions.request, invocation);
  if (!result) return { kind: 'forward', forwarding };
  const { output, error } = result;
  if (error) return failed(site, forwarding);
  const outcome = outcomeOf(output, invocation.event.request);
  switch (outcome.kind) {
    case 'response':
      return outcome;
    case 'refused':
      return { kind: 'error', page: invalidValue(outcome.because), word: 'FunctionExecutionError' };
    case 'request': {
      const { url: nextUrl, headers } = rewritten(invocation, outcome.request);
      const next = forwardingFor(site.world, served, host, nextUrl, behaviour);
      return { kind: 'forward', forwarding: { ...next, headers } };
    }
  }
}

const failed = ({ world }: EdgeSite, forwarding: Forwarding): FunctionVerdict =>
  world.knobs.functionFailure === 'origin'
    ? { kind: 'forward', forwarding }
    : { kind: 'error', page: notRun, word: 'FunctionExecutionError' };
