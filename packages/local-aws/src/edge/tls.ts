import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Edge, World } from '../world/world';
import type { CertificateAuthority } from './authority';
import { cloudFrontNames, handshakeOf, type SecureContexts, shownFor } from './certificates';
import type { Handshake } from './fronting';
import { hostNameOf } from './host';
import { claimantOf } from './route';
import type { ViewerMessage, ViewerReply } from './viewer';

const withHttp2 = /^http2/i;

/**
 * The protocol that an edge chooses: HTTP/2 where the claimant of the SNI has it switched on in this edge's view.
 * HTTP/3 runs over UDP, which no edge here speaks.
 * @param offers of the viewer, in its order; the edge's own preference counts
 */
export function protocolFor(edge: Edge, serverName: string | undefined, offers: readonly string[]) {
  const claimant = serverName ? claimantOf(edge, hostNameOf(serverName)) : undefined;
  const speaks = withHttp2.test(claimant?.config.HttpVersion ?? '') ? ['h2', 'http/1.1'] : ['http/1.1'];
  return speaks.find((protocol) => offers.includes(protocol));
}

export type Answer = (
  handshake: Handshake | undefined,
  request: ViewerMessage,
  response: ViewerReply,
) => void;

/**
 * HTTPS at one edge. Certificate and protocol are chosen in the handshake, from the edge's view at that instant; the
 * connection keeps both, and what its requests are answered is decided anew for each of them.
 */
export async function createTlsServer(
  world: World,
  edge: Edge,
  contexts: SecureContexts,
  authority: CertificateAuthority,
  answer: Answer,
): Promise<Http2SecureServer> {
  const shaken = new WeakMap<object, Handshake>();
  const server = createSecureServer(
    {
      // A viewer without SNI is shown CloudFront's own certificate: addresses belong to no distribution.
      ...(await authority.certificateFor(cloudFrontNames)),
      allowHTTP1: true,
      // As node's own HTTPS servers do: or small answers wait for the acknowledgement of the one before.
      noDelay: true,
      SNICallback: (serverName, use) => {
        contexts.contextFor(shownFor(world, edge, serverName)).then(
          (context) => use(null, context),
          (error: Error) => use(error),
        );
      },
      ALPNCallback: ({ servername, protocols }) => protocolFor(edge, servername, protocols),
    },
    (request, response) => answer(shaken.get(connectionOf(request)), request, response),
  );
  const remember = (connection: object, socket: TLSSocket): void => {
    const { servername } = socket as TLSSocket & { servername?: string | false };
    shaken.set(connection, handshakeOf(world, edge, servername || undefined));
  };
  server.on('secureConnection', (socket) => remember(socket, socket));
  server.on('session', (session) => remember(session, session.socket as TLSSocket));
  // How long a connection idles on the wall means nothing where time is virtual.
  return Object.assign(server, { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 });
}

/** What a handshake belongs to: the socket in HTTP/1.1, the session in HTTP/2, where node hides the socket. */
const connectionOf = (request: ViewerMessage): object =>
  ('stream' in request ? (request.stream.session as ServerHttp2Session | undefined) : undefined) ??
  request.socket;
