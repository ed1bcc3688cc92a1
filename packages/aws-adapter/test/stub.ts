import { HttpResponse } from '@smithy/core/transport';
import { type ClientsOptions, clientsOf } from '../src/clients';
import { siteClientsOf } from '../src/site/clients';

export interface Sent {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query: Record<string, unknown>;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** What a stubbed AWS says: an answer, or an error that the way to it throws. */
export type Reply = { status: number; headers?: Record<string, string>; body?: string } | Error;

/** AWS without a socket: answers from a list (the last one again and again), and what was asked. */
export function stubAws(...replies: Reply[]) {
  const sent: Sent[] = [];
  const handle = async (request: Sent): Promise<{ response: HttpResponse }> => {
    sent.push({
      ...request,
      body: textOf(request.body),
    });
    const reply = replies[Math.min(sent.length, replies.length) - 1];
    if (reply === undefined) throw new Error('the stub has no answer');
    if (reply instanceof Error) throw reply;
    const body = Buffer.from(reply.body ?? '');
    return { response: new HttpResponse({ statusCode: reply.status, headers: reply.headers ?? {}, body }) };
  };
  const requestHandler = { handle, metadata: { handlerProtocol: 'http/1.1' } };
  return { sent, requestHandler: requestHandler as unknown as ClientsOptions['requestHandler'] };
}

/** JSON bodies are bytes that warn when they are used as a text. */
const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '');

export const callerKeys = { accessKeyId: 'AKIDCALLER', secretAccessKey: 'secret', sessionToken: 'token' };

export function stubbedClients(replies: Reply[], options: Partial<ClientsOptions> = {}) {
  const { sent, requestHandler } = stubAws(...replies);
  const clients = clientsOf({ credentials: callerKeys, migrationId: 'am-1', requestHandler, ...options });
  return { sent, clients };
}

export function stubbedSiteClients(replies: Reply[]) {
  const { sent, requestHandler } = stubAws(...replies);
  return { sent, clients: siteClientsOf({ credentials: callerKeys, requestHandler }) };
}

/** CloudFront's and Route 53's error document. */
export const xmlError = (status: number, code: string, message: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': 'req-1' },
  body: `<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>req-1</RequestId></ErrorResponse>`,
});

/** SSM's and ACM's error document. */
export const jsonError = (status: number, code: string, message: string): Reply => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'req-1' },
  body: JSON.stringify({ __type: code, message }),
});

export const json = (body: unknown): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body),
});

export const xml = (body: string, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/xml', ...headers },
  body,
});
