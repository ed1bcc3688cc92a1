import type { PlainResponse } from '@cutover/edge-functions';
import { type Delivery, deliver } from './deliver';
import { OriginFailure } from './forward';
import type { Handshake } from './fronting';
import { onViewerRequest } from './functions/viewer-request';
import { onViewerResponse } from './functions/viewer-response';
import type { Headers } from './headers';
import { applyHeadersPolicy } from './headers-policy';
import { htmlOf, type Page, pages } from './pages';
import { type Forwarding, planAnswer } from './plan';
import type { EdgeSite } from './site';
import { hostOf, type ViewerMessage, type ViewerReply } from './viewer';

/** Carries out the plan for one request: nothing is decided here. */
export function answerViewer(
  site: EdgeSite,
  handshake: Handshake | undefined,
  request: ViewerMessage,
  response: ViewerReply,
): void {
  const { method = 'GET', url = '/' } = request;
  // A body is read to its end, whoever answers, so that the connection can carry the next request.
  request.resume();
  response.sendDate = false;
  const plan = planAnswer(site.world, site.edge, {
    handshake,
    method,
    host: hostOf(request),
    url,
  });
  switch (plan.kind) {
    case 'forward':
      pass(site, plan, request, response);
      break;
    case 'page':
      sendPage(site, plan.page, response);
      break;
    case 'redirect':
      response.writeHead(plan.status, {
        ...ownHeaders(site, 'Redirect'),
        server: 'CloudFront',
        location: plan.location,
        'content-length': 0,
      });
      response.end();
  }
}

/** Past the behaviour's function, if it has one for requests, which may answer by itself. */
function pass(site: EdgeSite, planned: Forwarding, request: ViewerMessage, response: ViewerReply): void {
  const verdict = onViewerRequest(site, planned, request);
  if (verdict.kind === 'forward') forward(site, verdict.forwarding, request, response);
  else if (verdict.kind === 'error') sendPage(site, verdict.page, response, verdict.word);
  else sendMade(site, planned, verdict.response, request, response);
}

/** An answer that a function has made. It gets the headers policy of its behaviour, as those of origins do. */
function sendMade(
  site: EdgeSite,
  { headersPolicy }: Forwarding,
  made: PlainResponse,
  request: ViewerMessage,
  response: ViewerReply,
): void {
  const { 'set-cookie': cookies, ...others } = made.headers;
  const headers: Headers = { ...others, ...(cookies && { 'set-cookie': cookies.split('\n') }) };
  applyHeadersPolicy(headersPolicy, headers, request.headers.origin);
  const body = Buffer.from(made.body ?? '');
  Object.assign(headers, { server: 'CloudFront' }, ownHeaders(site, 'FunctionGeneratedResponse'));
  response.writeHead(made.status, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function forward(
  site: EdgeSite,
  forwarding: Forwarding,
  request: ViewerMessage,
  response: ViewerReply,
): void {
  try {
    sendDelivered(site, forwarding, deliver(site, forwarding, request), request, response);
  } catch (error) {
    if (!(error instanceof OriginFailure)) throw error;
    sendPage(site, pages.originUnknown, response);
  }
}

function sendDelivered(
  site: EdgeSite,
  forwarding: Forwarding,
  delivery: Delivery,
  request: ViewerMessage,
  response: ViewerReply,
): void {
  const { body, from, ageSeconds } = delivery;
  applyHeadersPolicy(forwarding.headersPolicy, delivery.headers, request.headers.origin);
  const verdict = onViewerResponse(site, forwarding, request, delivery);
  if (verdict.kind === 'error') {
    sendPage(site, verdict.page, response, 'FunctionExecutionError');
    return;
  }
  const { status, headers } = verdict;
  Object.assign(headers, ownHeaders(site, status >= 400 ? 'Error' : from));
  if (ageSeconds !== undefined) headers.age = String(ageSeconds);
  const hasContent = status !== 204 && status !== 304;
  if (hasContent) headers['content-length'] = String(body.length);
  else delete headers['content-length'];
  response.writeHead(status, headers);
  response.end(hasContent && request.method !== 'HEAD' ? body : undefined);
}

function sendPage(site: EdgeSite, page: Page, response: ViewerReply, word = 'Error'): void {
  const headers = ownHeaders(site, word);
  const body = Buffer.from(htmlOf(page, headers['x-amz-cf-id']));
  response.writeHead(page.status, {
    ...headers,
    server: 'CloudFront',
    'content-type': 'text/html',
    'content-length': body.length,
  });
  response.end(body);
}

/** Headers that CloudFront puts on every answer. */
function ownHeaders({ edge, world, nextRequestId }: EdgeSite, cache: string) {
  return {
    date: new Date(world.now).toUTCString(),
    'x-cache': `${cache} from cloudfront`,
    via: '1.1 cloudfront.net (CloudFront)',
    'x-amz-cf-pop': edge.name,
    'x-amz-cf-id': nextRequestId(),
  };
}
