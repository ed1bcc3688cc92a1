import type { ConnectionKind } from '../request-record';

/**
 * Near a change one request in three opens a connection, otherwise one in six. A full handshake costs about ten times
 * a request on a kept connection (bench/README.md), both ends together, so an even share would halve the traffic that
 * a minute of rehearsal can carry.
 */
const turnsNearChange = 3;
const turns = 6;

/**
 * New and kept-alive connections take turns at each address. The addresses of a name are out of step, so that near a
 * change every beat of a name with three edges, the usual number here, carries both kinds.
 */
export const connectionFor = (beat: number, addressIndex: number, nearChange: boolean): ConnectionKind =>
  (beat + addressIndex) % (nearChange ? turnsNearChange : turns) === 0 ? 'new' : 'kept';
