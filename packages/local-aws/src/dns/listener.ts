import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** The bytes to send back; undefined: nothing at all. */
export type Respond = (query: Buffer, over: 'udp' | 'tcp') => Buffer | undefined;

export interface Listener {
  readonly port: number;
  stop(): Promise<void>;
}

const host = '127.0.0.1';

/** UDP and TCP on one port of loopback, as clients fall back from the one to the other. */
export async function listen(respond: Respond): Promise<Listener> {
  for (let attempt = 1; ; attempt++) {
    const open = new Set<Socket>();
    const tcp = createServer((socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      serve(socket, respond);
    });
    tcp.listen(0, host);
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket('udp4');
    udp.on('message', (message, { port: from, address }) => {
      const answer = respond(message, 'udp');
      if (answer) udp.send(answer, from, address);
    });
    try {
      udp.bind(port, host);
      await once(udp, 'listening');
      return { port, stop: () => stop(tcp, udp, open) };
    } catch (error) {
      tcp.close();
      // Somebody else has the UDP port of the number that TCP was given: take another number.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === 10) throw error;
    }
  }
}

/** Messages over TCP come with their length in two bytes before them. */
function serve(socket: Socket, respond: Respond): void {
  let received = Buffer.alloc(0);
  // A client that is gone needs no answer, and its reset is no fault of the server.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
      const end = 2 + received.readUInt16BE(0);
      const answer = respond(received.subarray(2, end), 'tcp');
      received = received.subarray(end);
      if (!answer) continue;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(answer.length);
      socket.write(Buffer.concat([length, answer]));
    }
  });
}

async function stop(tcp: Server, udp: UdpSocket, open: ReadonlySet<Socket>): Promise<void> {
  for (const socket of open) socket.destroy();
  const closed = [once(tcp, 'close'), once(udp, 'close')];
  tcp.close();
  udp.close();
  await Promise.all(closed);
}
