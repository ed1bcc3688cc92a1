import type { HttpRequest } from '../http';

/** Whether a body comes in pieces with signatures or checksums around them (S3 API, "Signature calculations"). */
const isChunked = ({ headers }: HttpRequest): boolean =>
  headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true ||
  headers['content-encoding']?.includes('aws-chunked') === true;

/** The bytes of the object that a request brings. Signatures and checksums are passed over. */
export function objectIn(request: HttpRequest): Uint8Array {
  const bytes = Buffer.from(request.bytes ?? request.body);
  return isChunked(request) ? withoutChunks(bytes) : bytes;
}

/** `SIZE;chunk-signature=…\r\n`, the bytes, `\r\n`, and so on; a size of 0 ends it, and trailers may follow. */
function withoutChunks(bytes: Buffer): Uint8Array {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, end).split(';')[0] ?? '', 16);
    if (end === -1 || !(size > 0)) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
