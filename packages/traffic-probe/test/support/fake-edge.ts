import type { ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** A request as an edge saw it. */
export interface Seen {
  readonly sni: string | undefined;
  readonly host: string | undefined;
  /** Which connection carried it. */
  readonly connection: number;
  readonly protocol: 'h1' | 'h2';
}

export interface FakeEdge {
  readonly endpoint: string;
  readonly seen: readonly Seen[];
  stop(): Promise<void>;
}

/** What the two versions of HTTP have in common. */
export type Reply = ServerResponse | Http2ServerResponse;
export type FakeAnswer = (response: Reply, seen: Seen) => void;

/** An HTTPS server that answers as the test says, over HTTP/2 too if it is told so. */
export async function fakeEdge(
  certificate: { key: string; cert: string },
  answer: FakeAnswer,
  { http2 = false } = {},
): Promise<FakeEdge> {
  const seen: Seen[] = [];
  const connections = new Map<unknown, number>();
  const sockets = new Set<Socket>();
  const protocols = http2 ? ['h2', 'http/1.1'] : ['http/1.1'];
  const choose = ({ protocols: offers }: { protocols: string[] }) =>
    protocols.find((each) => offers.includes(each));
  const server = createSecureServer({ ...certificate, allowHTTP1: true, ALPNCallback: choose });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('request', (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const session = request.stream?.session;
    const socket = (session?.socket ?? request.socket) as TLSSocket & { servername?: string };
    const carrier = session ?? request.socket;
    if (!connections.has(carrier)) connections.set(carrier, connections.size);
    const one: Seen = {
      sni: socket.servername,
      host: request.authority ?? request.headers.host,
      connection: connections.get(carrier) ?? -1,
      protocol: session ? 'h2' : 'h1',
    };
    seen.push(one);
    answer(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The answer of a healthy side. */
export const answerAs = (side: string) => (response: Reply) => end(response, 200, { 'x-side': side });

export function end(response: Reply, status: number, headers: Record<string, string> = {}): void {
  (response as ServerResponse).writeHead(status, headers).end('hello');
}
