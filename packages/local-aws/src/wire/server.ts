import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerInvocation, isInvocation } from '../lambda/endpoint';
import { advance } from '../world/advance';
import { answer } from '../world/gate';
import { callerOf } from '../world/identity';
import type { World } from '../world/world';
import { dateOf } from './date';
import type { HttpRequest, HttpResponse, Reply } from './http';
import { isManagement, manage } from './management';
import type { WireOptions } from './options';
import { acceptTunnels, isPlayed, notPlayed, targetOf } from './proxy';
import { respond, type Wire } from './respond';

/** Documents are far smaller; objects of S3 with the rules of redirects are not. */
const bodyLimitBytes = 32 * 1024 * 1024;

/** A server that speaks AWS on loopback. */
export interface WireServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the AWS endpoint: one port for every service, told apart by what the request is signed for. */
export async function startWire(world: World, options: WireOptions): Promise<WireServer> {
  const wire: Wire = { world, options, gate: options.gate ?? { answer, callerOf, advance } };
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    const requestId = requestIdOf(world, requests++);
    // Reading fails when the client breaks off in the middle: it is killed, or gone. There is nobody left to answer.
    serve(wire, incoming, outgoing, requestId).catch((error: Error) => outgoing.destroy(error));
  });
  const portOf = (): number => (server.address() as AddressInfo).port;
  acceptTunnels(server, portOf);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  wire: Wire,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  requestId: string,
): Promise<void> {
  const bytes = await bodyOf(incoming);
  outgoing.setHeader('Date', dateOf(incoming.headers, wire.options.now()));
  if (bytes === undefined) {
    write(outgoing, tooLarge);
    return;
  }
  const { authority, url } = targetOf(incoming.url ?? '/');
  if (authority !== undefined && !isPlayed(authority, incoming.socket.localPort ?? 0)) {
    write(outgoing, refusal(502, notPlayed(authority)));
    return;
  }
  const request = requestOf(incoming, url, authority, bytes);
  carryOut(await replyTo(wire, request, requestId), outgoing, wire.options);
}

function replyTo(wire: Wire, request: HttpRequest, requestId: string): Reply | Promise<Reply> {
  if (isManagement(request)) return manage(wire, request);
  const { lambda } = wire.options;
  if (lambda && isInvocation(request)) return answerInvocation(lambda.functions, lambda.invoke, request);
  return respond(wire, request, requestId);
}

function carryOut(reply: Reply, outgoing: ServerResponse, options: WireOptions): void {
  if (reply.kind === 'response') write(outgoing, reply.response);
  else outgoing.destroy();
  // At once, so that the caller is dead before it can act on the answer.
  if (reply.kind === 'killed' || (reply.kind === 'response' && reply.thenKilled)) options.onKilled?.();
}

function write(outgoing: ServerResponse, { status, headers, body }: HttpResponse): void {
  // As AWS says it; without it node would send chunks, each piece with a length of its own.
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  outgoing.writeHead(status, { ...length, ...headers });
  outgoing.end(body);
}

function requestOf(
  incoming: IncomingMessage,
  url: string,
  authority: string | undefined,
  bytes: Buffer,
): HttpRequest {
  const [path = '/', query = ''] = split(url, '?');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: authority === undefined ? headers : { ...headers, host: authority },
    body: bytes.toString('utf8'),
    bytes,
  };
}

const split = (text: string, mark: string): string[] => {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

async function bodyOf(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyLimitBytes) chunks.push(chunk);
  }
  return bytes > bodyLimitBytes ? undefined : Buffer.concat(chunks);
}

const refusal = (status: number, body: string): HttpResponse => ({
  status,
  headers: { 'Content-Type': 'text/plain', Connection: 'close' },
  body,
});

const tooLarge = refusal(
  413,
  `The request is larger than ${bodyLimitBytes} bytes, which no operation of the local AWS needs.\n`,
);

/** Seeded, and with a count of its own: a request must not shift the world's draws. */
function requestIdOf({ chance }: World, n: number): string {
  const hex = chance.text('0123456789abcdef', 32, 'wire', 'request id', n);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
