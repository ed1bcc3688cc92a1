import { promises as dns } from 'node:dns';
import type { IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { ViewerAnswer, ViewerPort, ViewerQuery } from '@cutover/alias-migration';

/** One GET to one address. @returns what came back; never throws. */
export type AskAddress = (address: string, query: ViewerQuery) => Promise<ViewerAnswer>;
/** @returns every address of a name. @throws with a `code` when there is none. */
export type Lookup = (name: string) => Promise<string[]>;

/** The world as a viewer sees it: the machine's DNS, TLS that is checked, HTTP/1.1. */
export function viewerPort(lookup: Lookup = lookupAll, ask: AskAddress = askOverHttps): ViewerPort {
  return {
    request: async (query) => {
      const addresses = await addressesOf(lookup, query.via);
      if (typeof addresses === 'string') return [{ address: query.via, kind: 'failed', reason: addresses }];
      return Promise.all(addresses.map((address) => ask(address, query)));
    },
  };
}

// IPv4 only: Lambda has no way out over IPv6, and CloudFront serves every distribution over IPv4. Sorted, because
// resolvers turn their answers round: what is said of the first bad address must not hang on that.
const lookupAll: Lookup = async (name) =>
  (await dns.lookup(name, { all: true, family: 4 })).map(({ address }) => address).sort();

/** A name without addresses is what a viewer meets, not a fault of ours. */
async function addressesOf(lookup: Lookup, name: string): Promise<string[] | string> {
  try {
    return await lookup(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return `DNS gives no address for ${name}: ${code}`;
  }
}

/** TLS with SNI `host`, the certificate checked for `host`, then GET with Host `host`, all at one given address. */
export const askOverHttps: AskAddress = (address, query) =>
  new Promise((resolve) => {
    const failed = (reason: string): void => resolve({ address, kind: 'failed', reason });
    const request = httpsRequest(
      {
        host: address,
        port: 443,
        path: query.path,
        // A kept connection would show one point of presence again and hide a certificate that changed.
        agent: false,
        servername: query.host,
        headers: { host: query.host, 'user-agent': 'cutover-verification', 'cache-control': 'no-cache' },
      },
      (response) => {
        clearTimeout(timer);
        response.destroy();
        resolve({
          address,
          kind: 'answered',
          status: response.statusCode ?? 0,
          headers: flat(response.headers),
        });
      },
    );
    const timer = setTimeout(() => {
      failed(`no answer from ${address} within ${query.timeoutMs} ms`);
      request.destroy();
    }, query.timeoutMs);
    request.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      failed([error.code, error.message].filter(Boolean).join(': '));
    });
    request.end();
  });

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}
