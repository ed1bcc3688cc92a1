import { createServer as createHttpServer } from 'node:http';
import type { Edge, World } from '../world/world';
import { answerViewer } from './answer';
import type { CertificateAuthority } from './authority';
import { edgeCache } from './cache/store';
import { type SecureContexts, secureContexts } from './certificates';
import { close, listen, withoutTimeouts } from './listening';
import { type OriginLoad, type OriginRequest, originLoad } from './origin-load';
import type { Origins } from './origins';
import type { EdgeSite } from './site';
import { type Answer, createTlsServer } from './tls';

/** The points of presence on loopback. */
export interface Edges {
  /** `203.0.113.10:443` to `127.0.0.1:PORT`, for clients that dial the addresses that DNS gives. */
  readonly routes: Readonly<Record<string, string>>;
  /** Every request that reached an origin, so far. */
  readonly originRequests: readonly OriginRequest[];
  stop(): Promise<void>;
}

export interface EdgeOptions {
  readonly origins: Origins;
}

/**
 * Two real servers per edge of the world, HTTPS and HTTP. Each looks at what its own edge serves when a request
 * comes, so two edges may answer differently while a change travels, as two of CloudFront's do.
 */
export async function startEdges(
  world: World,
  authority: CertificateAuthority,
  options: EdgeOptions,
): Promise<Edges> {
  const contexts = secureContexts(authority);
  const load = originLoad();
  const sites = world.edges.map((edge) => siteOf(world, edge, options.origins, load));
  const started = await Promise.all(sites.map((site) => startSite(site, contexts, authority)));
  return {
    routes: Object.assign({}, ...started.map(({ routes }) => routes)),
    get originRequests() {
      return load.requests;
    },
    stop: async () => {
      await Promise.all(started.map(({ stop }) => stop()));
    },
  };
}

function siteOf(world: World, edge: Edge, origins: Origins, load: OriginLoad): EdgeSite {
  let requests = 0;
  const nextRequestId = (): string => `${edge.name}-${++requests}`;
  return { edge, world, origins, load, cache: edgeCache(), nextRequestId };
}

async function startSite(
  site: EdgeSite,
  contexts: SecureContexts,
  authority: CertificateAuthority,
): Promise<Omit<Edges, 'originRequests'>> {
  const { world, edge } = site;
  const answer: Answer = (handshake, request, response) => answerViewer(site, handshake, request, response);
  const https = await createTlsServer(world, edge, contexts, authority, answer);
  const http = createHttpServer(withoutTimeouts, (request, response) => answer(undefined, request, response));
  const [httpsPort, httpPort] = await Promise.all([listen(https), listen(http)]);
  return {
    routes: {
      [`${edge.address}:443`]: `127.0.0.1:${httpsPort}`,
      [`${edge.address}:80`]: `127.0.0.1:${httpPort}`,
    },
    stop: async () => {
      await Promise.all([close(https), close(http)]);
    },
  };
}
