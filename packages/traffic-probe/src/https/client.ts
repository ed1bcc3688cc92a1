import type { Instant } from '@cutover/ground';
import type { Protocol } from '../request-record';
import type { ConnectionTurn } from '../schedule/connection-turns';
import type { Connection } from './connection';
import { dialer } from './dial';
import { keptConnections } from './kept';
import { failed, type Outcome } from './outcome';

/** An outcome, and how it came about. */
export type Exchange = Outcome & {
  /** Absent when no connection came about. */
  readonly protocol?: Protocol;
  /** The first answer was 421, and this is that of a fresh connection. */
  readonly retried421?: true;
};

export interface HttpsClient {
  get(name: string, path: string, address: string, turn: ConnectionTurn, now: Instant): Promise<Exchange>;
  stop(): void;
}

/** HTTPS as a browser does it, over new connections and over kept ones. */
export function httpsClient(routes: Readonly<Record<string, string>>, caPem: string): HttpsClient {
  const dial = dialer(routes, caPem);
  const kept = keptConnections(dial);

  const getOverNew = async (
    name: string,
    path: string,
    address: string,
    offers: Protocol,
  ): Promise<Exchange> => {
    const connection = await dial(name, address, offers);
    try {
      return await getOver(connection, name, path);
    } finally {
      connection.close();
    }
  };

  /**
   * A 421 says that this connection is not for this name: a client may ask once more over a fresh one (RFC 9110,
   * section 15.5.20), and browsers do. On a fresh connection it is the edge's last word.
   */
  const getOverKept = async (
    name: string,
    path: string,
    address: string,
    offers: Protocol,
    now: Instant,
  ): Promise<Exchange> => {
    const taken = await kept.take(name, address, offers, now);
    const first = await getOver(taken.connection, name, path);
    if (taken.isFresh || !('status' in first) || first.status !== 421) return first;
    kept.refuse(taken, name);
    const fresh = await kept.open(name, address, offers, now);
    return { ...(await getOver(fresh, name, path)), retried421: true };
  };

  return {
    async get(name, path, address, { connection, offers }, now) {
      try {
        if (connection === 'new') return await getOverNew(name, path, address, offers);
        return await getOverKept(name, path, address, offers, now);
      } catch (error) {
        // What dialing throws; whatever happens later is an outcome.
        return failed(error as NodeJS.ErrnoException);
      }
    },
    stop: () => kept.stop(),
  };
}

const getOver = async (connection: Connection, name: string, path: string): Promise<Exchange> => ({
  ...(await connection.get(name, path)),
  protocol: connection.protocol,
});
