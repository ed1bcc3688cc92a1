import type { ConnectionKind, Protocol } from '../request-record';

/**
 * Near a change one request in three opens a connection, otherwise one in six. A full handshake costs ten times a
 * request on a kept connection and more (bench/README.md), both ends together, so an even share would halve the traffic
 * that a minute of rehearsal can carry.
 */
const turnsNearChange = 3;
const turns = 6;

/** What one request goes over. */
export interface ConnectionTurn {
  readonly connection: ConnectionKind;
  /** The best version of HTTP that the client offers; the edge may choose HTTP/1.1 all the same. */
  readonly offers: Protocol;
}

/**
 * New and kept-alive connections take turns at each address. The addresses of a name are out of step, so that near a
 * change every beat of a name with three edges, the usual number here, carries both kinds. Both kinds offer HTTP/2
 * every other time.
 */
export function turnFor(beat: number, addressIndex: number, nearChange: boolean): ConnectionTurn {
  const turn = beat + addressIndex;
  const every = nearChange ? turnsNearChange : turns;
  const isNew = turn % every === 0;
  // Counted by rounds for new connections: their turns are all even where one in six is new.
  const isOffered = (isNew ? turn / every : turn) % 2 === 1;
  return { connection: isNew ? 'new' : 'kept', offers: isOffered ? 'h2' : 'h1' };
}
