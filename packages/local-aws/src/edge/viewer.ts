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

/** The headers that HTTP/1.1 knows too: what an origin may be told. */
export function plainHeaders({ headers }: ViewerMessage): IncomingHttpHeaders {
  if (headers[':path'] === undefined) return headers;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
}
