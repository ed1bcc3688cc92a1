import { type ClientHttp2Session, connect, type IncomingHttpHeaders } from 'node:http2';
import { checkServerIdentity, type TLSSocket } from 'node:tls';
import type { Connection } from './connection';
import { failed, noAnswer, type Outcome, patienceMs } from './outcome';

/** @param socket after a handshake that chose HTTP/2 */
export function http2Connection(socket: TLSSocket, name: string): Connection {
  const certificate = socket.getPeerCertificate();
  const session = connect(`https://${name}`, { createConnection: () => socket });
  const covered = new Map<string, boolean>();
  const covers = (other: string): boolean => {
    const known = covered.get(other) ?? checkServerIdentity(other, certificate) === undefined;
    covered.set(other, known);
    return known;
  };
  // The streams tell of it: each request in flight ends with an error of its own.
  session.on('error', () => undefined);
  return {
    protocol: 'h2',
    name,
    covers,
    isOpen: () => !session.closed && !session.destroyed,
    get: (host, path) => exchange(session, host, path),
    close: () => session.destroy(),
  };
}

const exchange = (session: ClientHttp2Session, host: string, path: string): Promise<Outcome> =>
  new Promise((resolve) => {
    let headers: IncomingHttpHeaders & { ':status'?: number } = {};
    let isEnded = false;
    const stream = session.request({ ':authority': host, ':path': path });
    stream.setTimeout(patienceMs, () => stream.destroy(noAnswer()));
    stream.on('response', (given) => {
      headers = given;
    });
    stream.on('end', () => {
      isEnded = true;
    });
    stream.on('error', (error: NodeJS.ErrnoException) => resolve(failed(error)));
    // A stream that is reset without an error ends as well, without an answer.
    stream.on('close', () => {
      const status = headers[':status'];
      resolve(isEnded && status !== undefined ? { status, headers } : { error: 'connection: reset' });
    });
    stream.resume();
    stream.end();
  });
