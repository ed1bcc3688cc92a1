import { Readable } from 'node:stream';
import { answer, callerOf, type Request, type World } from '@cutover/local-aws';
import { HttpResponse } from '@smithy/core/transport';
import { respond } from '../../../local-aws/src/wire/respond';
import type { SiteClientsOptions } from '../../src/site/clients';

/** What a client of the SDK hands to its HTTP handler. */
interface Sent {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Where a client's requests go. Clients take long to make, so that they stay and the line leads elsewhere. */
export interface Line {
  world: World;
  /** Hears of every request that has come as far as the gate, before it is answered. */
  hear: (request: Request) => void;
}

/**
 * The wire to a world without a socket: clients of the SDK write their requests as ever, and the local AWS reads them.
 */
export function wireOver(line: Line): SiteClientsOptions['requestHandler'] {
  const gate = {
    callerOf,
    advance: () => {},
    answer: (world: World, request: Request) => {
      line.hear(request);
      return answer(world, request);
    },
  };
  const handle = async (sent: Sent): Promise<{ response: HttpResponse }> => {
    const { world } = line;
    const wire = { world, gate, options: { now: () => world.now, actorOf: () => 'handler' } };
    const reply = respond(wire, requestOf(sent), `request-${world.calls.length}`);
    if (reply.kind !== 'response') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const { status, headers, body } = reply.response;
    const answered = {
      statusCode: status,
      headers: lowered(headers),
      body: Readable.from([Buffer.from(body ?? '')]),
    };
    return { response: new HttpResponse(answered) };
  };
  const handler = { handle, metadata: { handlerProtocol: 'http/1.1' } };
  return handler as unknown as SiteClientsOptions['requestHandler'];
}

function requestOf({ method, hostname, path, query, headers, body = '' }: Sent) {
  // JSON bodies are bytes that warn when they are used as a text.
  const bytes =
    body instanceof Uint8Array
      ? Buffer.from(body.buffer, body.byteOffset, body.length)
      : Buffer.from(String(body));
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values ?? ''].flat().map((value): [string, string] => [name, value]),
  );
  return {
    method,
    path,
    query: new URLSearchParams(pairs),
    headers: { host: hostname, ...lowered(headers) },
    body: bytes.toString('utf8'),
    bytes,
  };
}

const lowered = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
