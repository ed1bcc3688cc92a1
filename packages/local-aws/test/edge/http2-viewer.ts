import { type ClientHttp2Session, connect } from 'node:http2';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** A TLS connection of a viewer who offers HTTP/2 and HTTP/1.1, verified like a browser's unless `lax`. */
export interface Dial {
  readonly endpoint: string;
  readonly ca: string;
  readonly serverName: string | undefined;
  readonly offers?: readonly string[];
  readonly lax?: boolean;
}

/** @throws what TLS throws */
export function dial({
  endpoint,
  ca,
  serverName,
  offers = ['h2', 'http/1.1'],
  lax,
}: Dial): Promise<TLSSocket> {
  const [host, port] = endpoint.split(':');
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      host,
      port: Number(port),
      ca,
      ALPNProtocols: [...offers],
      rejectUnauthorized: !lax,
      ...(serverName && { servername: serverName }),
    });
    socket.once('secureConnect', () => resolve(socket)).once('error', reject);
  });
}

export interface Http2Viewed {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** One connection kept open, over which requests for any host go. */
export interface Http2Viewer {
  ask(host: string, path?: string, headers?: Record<string, string>): Promise<Http2Viewed>;
  close(): void;
}

/** @throws when the edge does not choose HTTP/2 */
export async function http2Viewer(options: Dial): Promise<Http2Viewer> {
  const socket = await dial(options);
  if (socket.alpnProtocol !== 'h2') throw new Error(`the edge chose ${socket.alpnProtocol || 'no protocol'}`);
  const session = connect(`https://${options.serverName ?? 'nobody'}`, { createConnection: () => socket });
  return {
    ask: (host, path = '/', headers = {}) =>
      exchange(session, { ':authority': host, ':path': path, ...headers }),
    close: () => session.destroy(),
  };
}

function exchange(session: ClientHttp2Session, headers: Record<string, string>): Promise<Http2Viewed> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers);
    let answered: Readonly<Record<string, unknown>> = {};
    let body = '';
    stream.on('response', (given) => (answered = given)).on('error', reject);
    stream.on('data', (chunk) => (body += chunk));
    stream.on('end', () => resolve({ status: Number(answered[':status']), headers: answered, body }));
    stream.end();
  });
}
