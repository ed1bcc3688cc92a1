import { createSocket, type Socket } from 'node:dgram';
import { hostAndPort } from '../https/route';
import { type Addresses, addressesIn, DnsFailure } from './answer';
import { codec, type Reply } from './codec';

/** Asks one resolver over UDP. */
export interface DnsClient {
  ask(name: string): Promise<Addresses>;
  stop(): void;
}

/** Wall milliseconds: the resolver is on loopback, so what is not answered by then is lost. */
const patienceMs = 2000;
const attempts = 3;

/** Like any stub resolver it asks again when a datagram is lost, and gives up after the third. */
export function dnsClient(resolver: string): DnsClient {
  const { host, port } = hostAndPort(resolver);
  const waiting = new Map<number, (reply: Reply) => void>();
  const socket: Socket = createSocket('udp4');
  socket.unref();
  socket.on('message', (bytes) => {
    const reply = codec.decode(bytes);
    waiting.get(reply.id)?.(reply);
  });
  // A datagram to a closed port may come back as an error of the socket; the question then runs out of patience.
  socket.on('error', () => undefined);
  let lastId = 0;

  const once = (name: string): Promise<Reply | undefined> => {
    lastId = (lastId % 0xffff) + 1;
    const id = lastId;
    const question = codec.encode({
      type: 'query',
      id,
      flags: codec.RECURSION_DESIRED,
      questions: [{ type: 'A', name }],
    });
    return new Promise((resolve) => {
      const finish = (reply?: Reply): void => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(reply);
      };
      const timer = setTimeout(finish, patienceMs);
      waiting.set(id, finish);
      socket.send(question, port, host);
    });
  };

  return {
    async ask(name) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const reply = await once(name);
        if (reply) return addressesIn(name, reply);
      }
      throw new DnsFailure(`DNS does not answer for ${name}: the resolver was asked ${attempts} times`);
    },
    stop: () => socket.close(),
  };
}
