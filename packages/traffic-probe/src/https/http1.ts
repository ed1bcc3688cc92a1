import { Agent, request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Connection } from './connection';
import { failed, noAnswer, type Outcome, patienceMs } from './outcome';

/** Node's agent, kept to one socket that is open already. */
class OneSocket extends Agent {
  constructor(private readonly socket: TLSSocket) {
    super({ keepAlive: true, maxSockets: 1 });
  }

  /** Node's types do not know of this method; its documentation does. */
  createConnection(): TLSSocket {
    return this.socket;
  }
}

/** @param socket after its handshake */
export function http1Connection(socket: TLSSocket, name: string): Connection {
  const agent = new OneSocket(socket);
  return {
    protocol: 'h1',
    name,
    // One request at a time: browsers open another connection for another name, and so does this client.
    covers: (other) => other === name,
    isOpen: () => !socket.destroyed && socket.writable,
    get: (host, path) => exchange(agent, host, path),
    close: () => {
      agent.destroy();
      socket.destroy();
    },
  };
}

const exchange = (agent: Agent, host: string, path: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const sent = request({ agent, path, headers: { host }, timeout: patienceMs }, (response) => {
      const { statusCode: status = 0, headers } = response;
      response.on('end', () => resolve({ status, headers }));
      response.on('error', (error: NodeJS.ErrnoException) => resolve(failed(error)));
      response.resume();
    });
    sent.on('timeout', () => sent.destroy(noAnswer()));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(failed(error)));
    sent.end();
  });
