import { createConnection } from 'node:net';
import { PATIENCE } from './authority';

const CNAME = 5;
const IN = 1;
/** Any will do: a connection of its own carries one question and its answer. */
const ID = 1;
const HEADER_BYTES = 12;

/**
 * The TTL that a name server gives a name's CNAME, which `node:dns` does not tell. DNS over TCP, as every authoritative
 * server has to speak it (RFC 7766 section 5). @returns undefined where it does not, or there is no CNAME
 */
export async function cnameTtlSeconds(server: string, name: string): Promise<number | undefined> {
  const answer = await exchange(server, questionFor(name));
  return answer && ttlIn(answer);
}

/** RFC 1035 section 4.1: no recursion, one question. */
export function questionFor(name: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(ID, 0);
  header.writeUInt16BE(1, 4);
  const labels = name.split('.').map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`));
  const tail = Buffer.alloc(5);
  tail.writeUInt16BE(CNAME, 1);
  tail.writeUInt16BE(IN, 3);
  return Buffer.concat([header, ...labels, tail]);
}

/** The TTL of the first CNAME among the answers. */
export function ttlIn(message: Buffer): number | undefined {
  const answers = message.readUInt16BE(6);
  let at = afterName(message, HEADER_BYTES) + 4;
  for (let n = 0; n < answers; n++) {
    at = afterName(message, at);
    if (message.readUInt16BE(at) === CNAME) return message.readUInt32BE(at + 4);
    at += 10 + message.readUInt16BE(at + 8);
  }
  return undefined;
}

/** A name ends with an empty label or with a pointer to another place (section 4.1.4). */
function afterName(message: Buffer, start: number): number {
  let at = start;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    if (length >= 0xc0) return at + 2;
    at += 1 + length;
  }
  return at + 1;
}

/** Messages over TCP come with their length in two bytes before them. */
function exchange(server: string, question: Buffer): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    let heard = Buffer.alloc(0);
    const socket = createConnection({ host: server, port: 53 });
    const end = (answer?: Buffer): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE.timeout, () => end());
    // A server that does not speak TCP leaves its TTL unknown: a longer one is assumed then.
    socket.once('error', () => end());
    socket.once('close', () => end());
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]);
      const length = heard.length >= 2 ? heard.readUInt16BE(0) : Number.POSITIVE_INFINITY;
      if (heard.length >= length + 2) end(heard.subarray(2, length + 2));
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(question.length);
    socket.write(Buffer.concat([length, question]));
  });
}
