import type { ConnectionKind } from '../request-record';

/**
 * New and kept-alive connections take turns at each address, and addresses of one name are out of step, so that
 * every beat of a name with two or more edges carries both kinds.
 */
export const connectionFor = (beat: number, addressIndex: number): ConnectionKind =>
  (beat + addressIndex) % 2 === 0 ? 'new' : 'kept';
