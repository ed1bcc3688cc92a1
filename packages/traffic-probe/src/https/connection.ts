import type { Protocol } from '../request-record';
import type { Outcome } from './outcome';

/** An open connection to one edge. */
export interface Connection {
  readonly protocol: Protocol;
  /** The name that it was opened for. */
  readonly name: string;
  /** Whether the certificate shown in its handshake is for this name. */
  covers(name: string): boolean;
  isOpen(): boolean;
  get(name: string, path: string): Promise<Outcome>;
  close(): void;
}
