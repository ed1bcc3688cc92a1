import type { Agent, IncomingMessage } from 'node:http';
import type { Edge, World } from '../world/world';
import { askOrigins, OriginFailure } from './forward';
import type { Handshake } from './fronting';
import { endToEnd, type Headers } from './headers';
import { applyHeadersPolicy } from './headers-policy';
import type { Origins } from './origins';
import { htmlOf, type Page, pages } from './pages';
import { customErrorFor, type Forwarding, forwardingFor, planAnswer } from './plan';
import { hostOf, plainHeaders, type ViewerMessage, type ViewerReply } from './viewer';

/** One point of presence and what it reaches. */
export interface EdgeSite {
  readonly edge: Edge;
  readonly world: World;
  readonly origins: Origins;
  readonly agent: Agent;
  nextRequestId(): string;
}

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
    const answer = await askOrigins(site.origins, site.agent, forwarding, {
      method: request.method ?? 'GET',
      headers: plainHeaders(request),
      ...(hasBody(request) && { body: request }),
    });
    const { status, message } = await orCustomError(site, forwarding, answer);
    const headers: Headers = endToEnd(message.headers);
    applyHeadersPolicy(forwarding.headersPolicy, headers, request.headers.origin);
    Object.assign(headers, ownHeaders(site, status >= 400 ? 'Error' : 'Miss'));
    response.writeHead(status, headers);
    // A viewer who leaves early must not keep the connection to the origin.
    response.once('close', () => message.destroy());
    message.pipe(response);
  } catch (error) {
    if (!(error instanceof OriginFailure)) throw error;
    sendPage(site, error.reason === 'unknown' ? pages.originUnknown : pages.originUnreachable, response);
  }
}

/** The page that the distribution shows for an origin's error, if it can be had; else the error itself. */
async function orCustomError(
  { world, origins, agent }: EdgeSite,
  { served, host }: Forwarding,
  answer: IncomingMessage,
): Promise<{ status: number; message: IncomingMessage }> {
  const status = answer.statusCode ?? 502;
  const custom = customErrorFor(served.config, status);
  if (!custom) return { status, message: answer };
  const forwarding = forwardingFor(world, served, host, custom.pagePath);
  const message = await askOrigins(origins, agent, forwarding, { method: 'GET', headers: {} });
  if (message.statusCode !== 200) {
    message.resume();
    return { status, message: answer };
  }
  answer.resume();
  return { status: custom.status, message };
}

const hasBody = ({ headers }: ViewerMessage): boolean =>
  'content-length' in headers || 'transfer-encoding' in headers;

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

/** Headers that CloudFront puts on every answer. Nothing is cached here, so no answer is ever a hit. */
function ownHeaders({ edge, world, nextRequestId }: EdgeSite, cache: 'Miss' | 'Error' | 'Redirect') {
  return {
    date: new Date(world.now).toUTCString(),
    'x-cache': `${cache} from cloudfront`,
    via: '1.1 cloudfront.net (CloudFront)',
    'x-amz-cf-pop': edge.name,
    'x-amz-cf-id': nextRequestId(),
  };
}
