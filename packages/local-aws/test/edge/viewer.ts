import http from 'node:http';
import https from 'node:https';
import type { TLSSocket } from 'node:tls';

/** One request as a viewer makes it who has looked up `address` himself. */
export interface View {
  readonly address: string;
  readonly host: string;
  readonly scheme?: 'http' | 'https';
  /** Left out: the host. Empty: no SNI. */
  readonly serverName?: string;
  /** Does not verify the certificate. */
  readonly lax?: boolean;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly agent?: https.Agent;
}

export interface Viewed {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  /** The same connection has carried a request before. */
  readonly reused: boolean;
  readonly protocol: string | null;
}

/** @param routes of the edges @param ca in PEM @throws what TLS and the connection throw */
export const viewerOf =
  (routes: Readonly<Record<string, string>>, ca: string) =>
  (view: View): Promise<Viewed> => {
    const { address, host: name, scheme = 'https', serverName = name, path = '/', method = 'GET' } = view;
    const [host, port] = (routes[`${address}:${scheme === 'https' ? 443 : 80}`] ?? '').split(':');
    const options = { host, port, path, method, headers: { host: name, ...view.headers } };
    return new Promise((resolve, reject) => {
      const tls = {
        servername: serverName,
        ca,
        rejectUnauthorized: !view.lax,
        agent: view.agent ?? (false as const),
      };
      const request =
        scheme === 'https'
          ? https.request({ ...options, ...tls })
          : http.request({ ...options, agent: false });
      request.on('error', reject).on('response', (response) => {
        const protocol = scheme === 'https' ? (response.socket as TLSSocket).getProtocol() : null;
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            reused: request.reusedSocket,
            protocol,
          }),
        );
      });
      request.end(view.body);
    });
  };
