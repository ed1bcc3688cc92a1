import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';

export interface FakeEdge {
  readonly endpoint: string;
  /** SNI and Host of each request, and which connection carried it. */
  readonly seen: { sni: string | undefined; host: string | undefined; connection: number }[];
  stop(): Promise<void>;
}

/** An HTTPS server that answers as the test says. */
export async function fakeEdge(
  certificate: { key: string; cert: string },
  answer: (response: ServerResponse) => void,
): Promise<FakeEdge> {
  const seen: FakeEdge['seen'] = [];
  const connections = new Map<unknown, number>();
  const server = createServer(certificate, (request, response) => {
    const socket = request.socket as TLSSocket & { servername?: string };
    if (!connections.has(socket)) connections.set(socket, connections.size);
    seen.push({
      sni: socket.servername,
      host: request.headers.host,
      connection: connections.get(socket) ?? -1,
    });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The answer of a healthy side. */
export const answerAs = (side: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'x-side': side }).end('hello');
