import type { AddressInfo, Server, Socket } from 'node:net';

/** No time limits: how long a connection idles on the wall means nothing where time is virtual. */
export const withoutTimeouts = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 } as const;

const connected = new WeakMap<Server, Set<Socket>>();

/** Starts a server on a free port of the loopback interface. @returns the port */
export function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  connected.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops a server and cuts what is still connected. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of connected.get(server) ?? []) socket.destroy();
  });
}
