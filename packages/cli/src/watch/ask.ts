import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { endpointOf, type Network } from './network';
import type { CertificateSeen } from './sample';
import type { WatchTarget } from './target';

/** What came back from one address. */
export type Answer =
  | {
      readonly status: number;
      readonly headers: IncomingMessage['headers'];
      readonly certificate?: CertificateSeen;
    }
  | { readonly error: string };

const patienceMs = 10_000;

/**
 * One request over a connection of its own, as curl does it: SNI and Host carry the name, whatever the address.
 * @returns a promise that never rejects: a failure is an answer that a watch is there to see
 */
export function ask(target: WatchTarget, address: string, network: Network): Promise<Answer> {
  const place = network.routes.get(`${address}:${target.port}`);
  const { host, port } = place ? endpointOf(place, target.port) : { host: address, port: target.port };
  const send = target.secure ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const sent = send({
      host,
      port,
      path: target.path,
      servername: target.name,
      headers: { host: target.name, 'user-agent': 'cutover-watch' },
      agent: false,
      timeout: patienceMs,
    });
    sent.on('response', (response) => {
      const certificate = target.secure ? certificateOf(response.socket as TLSSocket) : undefined;
      const { statusCode: status = 0, headers } = response;
      response.on('end', () => resolve({ status, headers, ...(certificate && { certificate }) }));
      response.on('error', (error) => resolve({ error: describe(error) }));
      response.resume();
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${patienceMs / 1000} s`)));
    sent.on('error', (error) => resolve({ error: describe(error) }));
    sent.end();
  });
}

function certificateOf(socket: TLSSocket): CertificateSeen | undefined {
  const shown = socket.getPeerX509Certificate();
  if (!shown) return undefined;
  return {
    subject: commonName(shown.subject),
    issuer: commonName(shown.issuer),
    validUntil: new Date(shown.validTo).toISOString(),
    fingerprint: shown.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** Node writes a distinguished name as lines such as `CN=example.com`. */
const commonName = (name: string): string => /^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ');

function describe(error: NodeJS.ErrnoException): string {
  if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'TLS: the certificate is not for this name';
  if (error.code === undefined) return error.message;
  return /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO)/.test(error.code)
    ? `TLS: ${error.message}`
    : `connection: ${error.code}`;
}
