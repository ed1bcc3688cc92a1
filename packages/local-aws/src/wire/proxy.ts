import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Clients put an account or a bucket before the host of the endpoint: `111122223333.127.0.0.1` is a name that nobody
 * can look up. With this endpoint as their proxy (HTTP_PROXY) they need not. It passes nothing on to anybody else.
 */

/** Host and port that a request is for, and what it asks there. */
export interface Target {
  /** Left out where the request was not sent as to a proxy. */
  readonly authority?: string;
  readonly url: string;
}

/** Takes `http://111122223333.127.0.0.1:4566/key-value-stores` apart. */
export function targetOf(url: string): Target {
  const [, authority, rest] = /^http:\/\/([^/?#]+)(.*)$/is.exec(url) ?? [];
  if (authority === undefined) return { url };
  return { authority, url: rest?.startsWith('/') ? rest : `/${rest ?? ''}` };
}

const names = ['127.0.0.1', 'localhost'];
const services = /^(?:[\w.-]+\.)?(?:amazonaws\.com|api\.aws)(?::80)?$/i;

/** Whether this local AWS answers for a host: itself, with anything before it, and AWS's own names over HTTP. */
export const isPlayed = (authority: string, port: number): boolean =>
  services.test(authority) ||
  names.some((name) => authority === `${name}:${port}` || authority.endsWith(`.${name}:${port}`));

export const notPlayed = (authority: string): string =>
  `The local AWS is a proxy for itself alone, and ${authority} is somebody else. Leave HTTP_PROXY unset for it (NO_PROXY).\n`;

/** Clients that ask a proxy for a tunnel get one to this very server. */
export function acceptTunnels(server: Server, port: () => number): void {
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, head: Buffer) => {
    if (!isPlayed(url, port())) {
      const body = notPlayed(url);
      socket.end(`HTTP/1.1 502 Bad Gateway\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.unshift(head);
    server.emit('connection', socket);
  });
}
