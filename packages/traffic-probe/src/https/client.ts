import { type RequestOptions, request } from 'node:https';
import { createSecureContext, type PeerCertificate, type SecureContext } from 'node:tls';
import type { ConnectionKind } from '../request-record';
import { CertificateReader } from './certificate-reader';
import { routeTo } from './route';

/** What came back, before anybody judged it. */
export type Outcome =
  | { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>> }
  | { readonly error: string };

export interface HttpsClient {
  get(name: string, path: string, address: string, connection: ConnectionKind): Promise<Outcome>;
  stop(): void;
}

/** Wall milliseconds without a byte, after which a request counts as failed. */
const patienceMs = 10_000;

/**
 * Wall milliseconds that an idle connection is kept. Node's servers hang up after 5 s; a client that waits as
 * long can send into a connection that is being closed, which would be a failure of the stand-in, not the move.
 */
const idleMs = 3000;

/**
 * HTTPS as a browser does it: SNI and Host carry the name, the certificate must be of the given authority and
 * for that name. A new connection shakes hands in full; a kept one is one per name and address.
 */
export function httpsClient(routes: Readonly<Record<string, string>>, caPem: string): HttpsClient {
  // Made once: reading the authority's certificate for each connection would cost more than the handshake.
  const secureContext = createSecureContext({ ca: caPem });
  const kept = new CertificateReader({
    keepAlive: true,
    maxSockets: 1,
    timeout: idleMs,
    maxCachedSessions: 0,
  });
  // A session that is resumed shows no certificate, so none is remembered.
  const fresh = new CertificateReader({ keepAlive: false, maxCachedSessions: 0 });

  return {
    async get(name, path, address, connection) {
      const to = routeTo(routes, address);
      if (!to) return { error: `connection refused: nothing listens at ${address}:443` };
      return exchange({
        ...to,
        path,
        servername: name,
        headers: { host: name },
        agent: connection === 'new' ? fresh : kept,
        timeout: patienceMs,
        secureContext,
      });
    },
    stop() {
      kept.destroy();
      fresh.destroy();
    },
  };
}

const exchange = (options: RequestOptions & { secureContext: SecureContext }): Promise<Outcome> =>
  new Promise((resolve) => {
    const sent = request(options, (response) => {
      const { statusCode: status = 0, headers } = response;
      response.on('end', () => resolve({ status, headers }));
      response.on('error', (error: NodeJS.ErrnoException) => resolve({ error: describe(error) }));
      response.resume();
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${patienceMs / 1000} s`)));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ error: describe(error) }));
    sent.end();
  });

const tlsCodes = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO)/;

function describe(error: NodeJS.ErrnoException): string {
  if (isNameMismatch(error)) return `TLS: the certificate is for ${namesOn(error.cert)}, not for this name`;
  if (error.code && tlsCodes.test(error.code)) return `TLS: ${error.code} ${error.message}`;
  return error.code ? `connection: ${error.code}` : error.message;
}

type NameMismatch = NodeJS.ErrnoException & { cert: PeerCertificate };
const isNameMismatch = (error: NodeJS.ErrnoException): error is NameMismatch =>
  error.code === 'ERR_TLS_CERT_ALTNAME_INVALID';

const namesOn = (certificate: PeerCertificate): string =>
  (certificate.subjectaltname ?? certificate.subject.CN).replaceAll('DNS:', '');
