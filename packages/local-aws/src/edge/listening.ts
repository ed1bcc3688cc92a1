import type { AddressInfo, Server } from 'node:net';

/** No time limits: how long a connection idles on the wall means nothing where time is virtual. */
export const withoutTimeouts = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 } as const;

/** Starts a server on a free port of the loopback interface. @returns the port */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops a server and cuts what is still connected. */
export function close(server: Server & { closeAllConnections(): void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
