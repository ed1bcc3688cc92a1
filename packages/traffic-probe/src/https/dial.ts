import { connect, createSecureContext, type TLSSocket } from 'node:tls';
import type { Protocol } from '../request-record';
import { CertificateReader } from './certificates';
import type { Connection } from './connection';
import { http1Connection } from './http1';
import { http2Connection } from './http2';
import { noAnswer, patienceMs } from './outcome';
import { routeTo } from './route';

/** Opens connections. @throws Error what TCP and TLS throw */
export type Dial = (name: string, address: string, offers: Protocol) => Promise<Connection>;

/**
 * TLS as a browser does it: SNI carries the name, the certificate must be of the given authority and for that name.
 * Every handshake is a full one: a session that is resumed shows no certificate, so none is remembered.
 */
export function dialer(routes: Readonly<Record<string, string>>, caPem: string): Dial {
  // Made once: reading the authority's certificate for each connection would cost more than the handshake.
  const secureContext = createSecureContext({ ca: caPem });
  const certificates = new CertificateReader();
  return async (name, address, offers) => {
    const to = routeTo(routes, address);
    if (!to) throw new Error(`connection refused: nothing listens at ${address}:443`);
    const ALPNProtocols = offers === 'h2' ? ['h2', 'http/1.1'] : ['http/1.1'];
    const socket = connect({ ...to, servername: name, secureContext, ALPNProtocols });
    // As node's own agents do: small requests would wait for acknowledgements else.
    socket.setNoDelay(true);
    certificates.attach(socket);
    await shaken(socket);
    return socket.alpnProtocol === 'h2' ? http2Connection(socket, name) : http1Connection(socket, name);
  };
}

function shaken(socket: TLSSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.setTimeout(patienceMs, () => socket.destroy(noAnswer()));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      socket.setTimeout(0).off('error', reject);
      resolve();
    });
  });
}
