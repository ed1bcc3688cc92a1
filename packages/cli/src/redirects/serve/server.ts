import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Request } from '@cutover/redirect-rules';
import { UserError } from '../../user-error';
import { pageHtml, policy } from './page';
import { orReason, RulesOnDisk } from './rules-on-disk';
import { wishesIn } from './wishes';

export interface RedirectServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Answers by the rules on loopback. The host is that of the Host header; behind a browser, whose names do not lead here,
 * `a.example.com.localhost` stands for a.example.com. The names of loopback itself have the page.
 *
 * @throws UserError when the port is taken
 */
export async function startRedirectServer(
  file: string,
  port: number,
  now: () => number,
): Promise<RedirectServer> {
  const disk = new RulesOnDisk(file);
  const server = createServer((request, response) => {
    const { host, uri } = addressed(request);
    if (isOwn(host)) sendPage(disk, uri, response, portOf(server), now());
    else sendAnswer(disk, { host, uri, headers: plainHeaders(request), now: now() }, response);
  });
  await listen(server, port);
  return {
    port: portOf(server),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A client that takes this server for its proxy writes the whole URL. */
function addressed({ url = '/', headers }: IncomingMessage): { host: string; uri: string } {
  const [, authority, rest] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  const host = (authority ?? headers.host ?? '').toLowerCase().replace(/:\d*$/, '');
  return { host: host.replace(/(?<=.)\.localhost$/, ''), uri: authority === undefined ? url : rest || '/' };
}

/** No other name: a page of a stranger whose name leads here by DNS shall not read this one. */
const isOwn = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', ''].includes(host);

const plainHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));

function sendAnswer(disk: RulesOnDisk, request: Request, response: ServerResponse): void {
  const answer = orReason(() => disk.current().answer(request));
  if (typeof answer === 'string')
    send(response, 500, { 'content-type': 'text/plain; charset=utf-8' }, answer);
  else send(response, answer.status, headersOf(answer), answer.body ?? '');
}

/** Browsers keep a 301 for good, and would not see the next edit: unless the rules say otherwise, they are told not to. */
const headersOf = ({ headers, location, rule }: Answer): Record<string, string> => ({
  'cache-control': 'no-store',
  ...headers,
  ...(location === undefined ? {} : { location }),
  'x-redirect-rule': rule,
});

function sendPage(disk: RulesOnDisk, uri: string, response: ServerResponse, port: number, now: number): void {
  const [path, query] = uri.split(/\?(.*)/s);
  if (path !== '/') {
    send(response, 404, { 'content-type': 'text/plain' }, 'The page is at /.\n');
    return;
  }
  const page = pageHtml({ disk, wishes: wishesIn(new URLSearchParams(query)), port, now });
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  send(response, 200, headers, page);
}

/** Node wants each byte of a header's value as one character. */
function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  for (const [name, value] of Object.entries(headers))
    response.setHeader(name, Buffer.from(value, 'utf8').toString('latin1'));
  response.writeHead(status);
  response.end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UserError(`port ${port} is in use; choose another with --port; 0 takes a free one`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}
