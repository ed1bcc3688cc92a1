import { chanceOf } from '@cutover/ground';
import type { HttpRequest, Reply } from '../../src/wire/http';
import type { Gate, WireOptions } from '../../src/wire/options';
import { respond } from '../../src/wire/respond';
import { AwsFailure } from '../../src/world/failure';
import type { Answer, Request } from '../../src/world/operation';
import type { World } from '../../src/world/world';

export const startedAt = Date.parse('2026-03-01T12:00:00Z');
const world = { chance: chanceOf('wire') } as World;

export const output = (value: unknown): Answer => ({ kind: 'output', output: value, latencyMs: 100 });

/** A gate that answers the same to all, and keeps what it was asked. */
export function gateThat(answer: Answer | (() => Answer)): Gate & { asked: Request[] } {
  const asked: Request[] = [];
  return {
    asked,
    answer: (_, request) => {
      asked.push(request);
      return typeof answer === 'function' ? answer() : answer;
    },
    callerOf: (_, accessKeyId, region) => {
      if (accessKeyId === 'EXPIRED')
        throw new AwsFailure('ExpiredToken', 403, 'The security token has expired');
      return { accountId: accessKeyId, region };
    },
    advance: () => {},
  };
}

export const signed = (service: string, key = '636696000000') =>
  `AWS4-HMAC-SHA256 Credential=${key}/20260301/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

export const request = (
  service: string,
  [method, uri]: [string, string],
  body = '',
  headers: Record<string, string> = {},
): HttpRequest => {
  const [path = '', query = ''] = uri.split('?');
  const authorization = signed(service);
  return { method, path, query: new URLSearchParams(query), headers: { authorization, ...headers }, body };
};

export const ask = (gate: Gate, asking: HttpRequest, options: Partial<WireOptions> = {}): Reply =>
  respond({ world, gate, options: { now: () => startedAt, ...options } }, asking, 'request-1');

export const responseOf = (reply: Reply) => {
  if (reply.kind !== 'response') throw new Error(`no response, but ${reply.kind}`);
  const { status, headers, body } = reply.response;
  return {
    status,
    headers,
    body: body === undefined ? undefined : Buffer.from(body as string).toString('utf8'),
  };
};
