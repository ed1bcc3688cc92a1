import { deliver } from './deliver';
import { OriginFailure } from './forward';
import type { Handshake } from './fronting';
import { applyHeadersPolicy } from './headers-policy';
import { htmlOf, type Page, pages } from './pages';
import { type Forwarding, planAnswer } from './plan';
import type { EdgeSite } from './site';
import { hostOf, type ViewerMessage, type ViewerReply } from './viewer';

/** Carries out the plan for one request: nothing is decided here. */
export async function answerViewer(
  site: EdgeSite,
  handshake: Handshake | undefined,
  request: ViewerMessage,
  response: ViewerReply,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  response.sendDate = false;
  const plan = planAnswer(site.world, site.edge, {
    handshake,
    method,
    host: hostOf(request),
    url,
  });
  if (plan.kind === 'forward') return forward(site, plan, request, response);
  request.resume();
  if (plan.kind === 'page') return sendPage(site, plan.page, response);
  response.writeHead(plan.status, {
    ...ownHeaders(site, 'Redirect'),
    server: 'CloudFront',
    location: plan.location,
    'content-length': 0,
  });
  response.end();
}

async function forward(
  site: EdgeSite,
  forwarding: Forwarding,
  request: ViewerMessage,
  response: ViewerReply,
): Promise<void> {
  try {
    const { status, headers, body, from, ageSeconds } = await deliver(site, forwarding, request);
    applyHeadersPolicy(forwarding.headersPolicy, headers, request.headers.origin);
    Object.assign(headers, ownHeaders(site, status >= 400 ? 'Error' : from));
    if (ageSeconds !== undefined) headers.age = String(ageSeconds);
    if (Buffer.isBuffer(body)) {
      response.writeHead(status, { ...headers, 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    response.writeHead(status, headers);
    // A viewer who leaves early must not keep the connection to the origin.
    response.once('close', () => body.destroy());
    body.pipe(response);
  } catch (error) {
    if (!(error instanceof OriginFailure)) throw error;
    sendPage(site, error.reason === 'unknown' ? pages.originUnknown : pages.originUnreachable, response);
  }
}

function sendPage(site: EdgeSite, page: Page, response: ViewerReply): void {
  const headers = ownHeaders(site, 'Error');
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
function ownHeaders(
  { edge, world, nextRequestId }: EdgeSite,
  cache: 'Hit' | 'RefreshHit' | 'Miss' | 'Error' | 'Redirect',
) {
  return {
    date: new Date(world.now).toUTCString(),
    'x-cache': `${cache} from cloudfront`,
    via: '1.1 cloudfront.net (CloudFront)',
    'x-amz-cf-pop': edge.name,
    'x-amz-cf-id': nextRequestId(),
  };
}
