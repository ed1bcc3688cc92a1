import type { Instant } from '@cutover/ground';
import type { Protocol } from '../request-record';
import type { Connection } from './connection';
import type { Dial } from './dial';

/** A connection, and whether it was opened for this very request. */
export interface Taken {
  readonly connection: Connection;
  readonly isFresh: boolean;
}

/** The connections that a client keeps open. */
export interface KeptConnections {
  /** @throws Error what dialing throws */
  take(name: string, address: string, offers: Protocol, now: Instant): Promise<Taken>;
  /** Opens one whatever others there are, and keeps it. @throws Error what dialing throws */
  open(name: string, address: string, offers: Protocol, now: Instant): Promise<Connection>;
  /** The edge has said that this connection is not for this name: it is not used for it again. */
  refuse(taken: Taken, name: string): void;
  stop(): void;
}

interface Kept {
  readonly connection: Connection;
  readonly openedAt: Instant;
  readonly refusedFor: Set<string>;
}

/**
 * One connection per name, address and offer; over HTTP/2 one for all names that its certificate covers, as browsers
 * do (RFC 9113, section 9.1.1). A name joins from the next instant on: within one it would depend on the wall which
 * of two names opens the connection. Nothing is closed for being idle, as that would be the wall's time.
 */
export function keptConnections(dial: Dial): KeptConnections {
  const shelves = new Map<string, Kept[]>();
  const openOn = (key: string): Kept[] => {
    const shelf = (shelves.get(key) ?? []).filter(({ connection }) => connection.isOpen());
    shelves.set(key, shelf);
    return shelf;
  };
  const open: KeptConnections['open'] = async (name, address, offers, now) => {
    const connection = await dial(name, address, offers);
    openOn(`${address} ${offers}`).push({ connection, openedAt: now, refusedFor: new Set() });
    return connection;
  };
  return {
    open,
    async take(name, address, offers, now) {
      const usable = openOn(`${address} ${offers}`).filter(
        ({ connection, openedAt, refusedFor }) =>
          !refusedFor.has(name) && openedAt < now && connection.covers(name),
      );
      const [found] = usable.sort(byPreferenceOf(name));
      if (found) return { connection: found.connection, isFresh: false };
      return { connection: await open(name, address, offers, now), isFresh: true };
    },
    refuse({ connection }, name) {
      for (const kept of [...shelves.values()].flat()) {
        if (kept.connection === connection) kept.refusedFor.add(name);
      }
      // Over HTTP/2 it may be of use to others still.
      if (connection.protocol === 'h1') connection.close();
    },
    stop() {
      for (const { connection } of [...shelves.values()].flat()) connection.close();
    },
  };
}

/** The name's own connection first, then the newest; among those of one instant it must not be left to the wall. */
const byPreferenceOf =
  (name: string) =>
  (one: Kept, other: Kept): number =>
    Number(other.connection.name === name) - Number(one.connection.name === name) ||
    other.openedAt - one.openedAt ||
    (one.connection.name < other.connection.name ? -1 : 1);
