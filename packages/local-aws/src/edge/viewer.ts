import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { Writable } from 'node:stream';

/** A viewer's request in either version of HTTP. */
export type ViewerMessage = IncomingMessage | Http2ServerRequest;

/** As much of node's two kinds of answers as an edge needs. */
export interface ViewerReply extends Writable {
  sendDate: boolean;
  writeHead(status: number, headers: OutgoingHttpHeaders): unknown;
}

/** HTTP/2 calls it `:authority`, and a viewer may leave `host` out then. */
export const hostOf = ({ headers }: ViewerMessage): string | undefined =>
  (headers[':authority'] as string | undefined) ?? headers.host;

/** The headers as HTTP/1.1 knows them: what an origin may be told, and what a cache key is made of. */
export function plainHeaders(message: ViewerMessage): IncomingHttpHeaders {
  const { headers } = message;
  if (headers[':path'] === undefined) return headers;
  const plain = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  return { ...Object.fromEntries(plain), host: hostOf(message) };
}
