import { Agent, createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import { createAuthority, type LocalAws } from '@cutover/local-aws';
import { msEach, type Pair, type Side } from './compare';
import { name, originDomainName, startedAt } from './small-world';

/** The same client asks an edge of the local AWS and a bare node:https server that answers a constant. */
export async function edgePairs(
  { routes, caPem, world }: LocalAws,
  times: number,
): Promise<{ pairs: Pair[]; stop(): void }> {
  const bare = await startBareServer();
  const edgePort = Number(routes[`${world.edges[0]?.address}:443`]?.split(':')[1]);
  const fresh = new Agent({ keepAlive: false, maxCachedSessions: 0 });
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  const between = (agent: Agent): { ours: Side; peer: Side } => ({
    ours: asking(times, agent, edgePort, caPem),
    peer: asking(times, agent, bare.port, bare.caPem),
  });
  const against = 'a node:https server that answers a constant';
  return {
    pairs: [
      { name: 'edge, request on a new TLS connection', unit: 'ms', against, ...between(fresh) },
      { name: 'edge, request on a kept connection', unit: 'ms', against, ...between(kept) },
    ],
    stop() {
      kept.destroy();
      bare.stop();
    },
  };
}

const asking = (times: number, agent: Agent, port: number, ca: string): Side => {
  const secureContext = createSecureContext({ ca });
  return msEach(times, () => get(agent, port, secureContext));
};

function get(agent: Agent, port: number, secureContext: SecureContext): Promise<void> {
  const options = {
    agent,
    host: '127.0.0.1',
    port,
    servername: name,
    headers: { host: name },
    secureContext,
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${name} answered ${response.statusCode}`));
      response.on('end', resolve).resume();
    });
    sent.on('error', reject).end();
  });
}

async function startBareServer(): Promise<{ port: number; caPem: string; stop(): void }> {
  const authority = await createAuthority(new Date(startedAt));
  const server = createServer(await authority.certificateFor([name]), (_, response) => {
    response.end(`${originDomainName}\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    caPem: authority.pem,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
