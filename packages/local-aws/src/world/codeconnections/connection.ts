import type { World } from '../world';

/** A connection to a host of repositories. */
export interface Connection {
  /** `arn:aws:codeconnections:us-east-1:310123456789:connection/…` */
  readonly arn: string;
  readonly name: string;
  /**
   * A new one is PENDING until somebody has done its handshake in the console; one that lost its authorization is in
   * ERROR (API reference of CodeConnections, Connection).
   */
  readonly status: 'PENDING' | 'AVAILABLE' | 'ERROR';
}

/** A connection that somebody has made, in whatever state. */
export function seedConnection(world: World, connection: Connection): void {
  world.connections.set(connection.arn, connection);
}
