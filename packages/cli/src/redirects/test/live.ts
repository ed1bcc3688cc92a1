import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createSecureContext } from 'node:tls';
import { noAnswer } from '@cutover/edge-functions';
import type { Answer, Request } from '@cutover/redirect-rules';
import type { Answering } from '../engines';
import type { LiveSite } from './site';

const timeoutMs = 10_000;
const together = 8;

/** Asks the site itself, a few requests at a time, over connections that are kept. */
export function answeringLive(site: LiveSite): Answering {
  const connections = connectionsTo(site);
  return async (requests) => {
    const answers: Answer[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let at = next++; at < requests.length; at = next++)
        answers[at] = await ask(site, connections, requests[at]!);
    };
    await Promise.all(Array.from({ length: together }, worker));
    return answers;
  };
}

/** The authorities are read once: to do so takes longer than a request. */
function connectionsTo({ isTls, verifies, authorities }: LiveSite): HttpAgent {
  if (!isTls) return new HttpAgent({ keepAlive: true });
  const trust =
    authorities === undefined ? {} : { secureContext: createSecureContext({ ca: [...authorities] }) };
  return new HttpsAgent({ keepAlive: true, rejectUnauthorized: verifies, ...trust });
}

async function ask(site: LiveSite, agent: HttpAgent, request: Request): Promise<Answer> {
  const { isTls, address } = site;
  const { host, uri, headers = {} } = request;
  const options = {
    agent,
    host: address?.host ?? host,
    port: address?.port ?? (isTls ? 443 : 80),
    path: uri.replaceAll(/[^\x21-\x7e]+/gu, encodeURIComponent),
    headers: { ...headers, host },
    timeout: timeoutMs,
  };
  const sent = isTls ? httpsRequest({ ...options, servername: host }) : httpRequest(options);
  const answer = await answerTo(sent);
  if (typeof answer !== 'string') return answer;
  // A kept connection that the site closes just now says nothing of the site.
  if (sent.reusedSocket && answer === troubles.ECONNRESET) return ask(site, agent, request);
  return {
    status: noAnswer,
    headers: {},
    rule: '',
    body: `${options.host}:${options.port}: ${answer}`,
  };
}

/** @returns the answer, or why there is none. */
function answerTo(sent: ClientRequest): Promise<Answer | string> {
  return new Promise((resolve) => {
    sent
      .on('response', (response) => {
        const { location, ...rest } = response.headers;
        const given = Object.entries(rest).map(([name, value]) => [name, [value].flat().join(', ')]);
        response.resume();
        resolve({
          status: response.statusCode ?? noAnswer,
          ...(location === undefined ? {} : { location }),
          headers: Object.fromEntries(given),
          rule: '',
        });
      })
      .on('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} seconds`)))
      .on('error', (error: NodeJS.ErrnoException) => resolve(troubleOf(error)))
      .end();
  });
}

const troubles: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it closed the connection without an answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ENOTFOUND: 'DNS has no such name',
  EAI_AGAIN: 'no DNS server answers',
  EPROTO: 'it speaks no TLS there',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it speaks no TLS there',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for other names',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

/** Self-signed, or signed by somebody whom Node does not know. */
const stranger =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF).*)$/;

function troubleOf({ code = '', message }: NodeJS.ErrnoException): string {
  if (stranger.test(code)) return 'its certificate is of an authority that is not trusted: name it with --ca';
  return troubles[code] ?? (code === '' ? message : `${message} (${code})`);
}
