/** A request as the pure part sees it: read to its end, header names in lower case. */
export interface HttpRequest {
  readonly method: string;
  /** Path as it was sent, percent signs and all. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** The same as it came, for protocols that are not text. */
  readonly bytes?: Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What the wire does with a request. */
export type Reply =
  | { readonly kind: 'response'; readonly response: HttpResponse; readonly thenKilled: boolean }
  /** The connection is closed without an answer. */
  | { readonly kind: 'silence' }
  /** The connection is closed, and the process that asked is ended. */
  | { readonly kind: 'killed' };

/** A JSON document, for the administration of the local AWS and for JSON errors. */
export const jsonResponse = (
  status: number,
  value: unknown,
  contentType = 'application/json',
): HttpResponse => ({
  status,
  headers: { 'Content-Type': contentType },
  body: JSON.stringify(value),
});
