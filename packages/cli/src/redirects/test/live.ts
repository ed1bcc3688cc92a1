import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Answer, Request } from '@cutover/redirect-rules';
import { UserError } from '../../user-error';
import type { Answering } from '../engines';
import { noAnswer } from '../no-answer';

/** A site that runs, and how to come to it. */
export interface LiveSite {
  readonly isTls: boolean;
  /** A stage has names of its own, which its certificate is for. */
  readonly verifies: boolean;
  /** Where every request goes; absent: where DNS says. */
  readonly address?: { readonly host: string; readonly port: number };
}

const timeoutMs = 10_000;
const together = 8;

/**
 * `public`: https to where DNS says. `stage`: https to --connect-to, whatever its certificate is for. `local`: http on
 * this machine. A URL: there, by its scheme. --connect-to takes the place of the address.
 *
 * @throws UserError
 */
export function liveSite(where: string, connectTo: string | undefined): LiveSite {
  const address = connectTo === undefined ? undefined : addressIn(connectTo);
  if (where === 'public') return { isTls: true, verifies: true, address };
  if (where === 'local')
    return { isTls: false, verifies: false, address: address ?? { host: '127.0.0.1', port: 8080 } };
  if (where === 'stage') {
    if (address === undefined)
      throw new UserError('--live stage needs --connect-to HOST:PORT, the address of the stage');
    return { isTls: true, verifies: false, address };
  }
  const url = URL.canParse(where) ? new URL(where) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UserError(
      `--live ${where}: write public, stage, local, or a URL such as http://127.0.0.1:8080`,
    );
  const isTls = url.protocol === 'https:';
  const port = Number(url.port || (isTls ? 443 : 80));
  return { isTls, verifies: false, address: address ?? { host: url.hostname.replace(/^\[|\]$/g, ''), port } };
}

function addressIn(text: string): { host: string; port: number } {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:]+)\]|([^:\s/]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) > 65535)
    throw new UserError(`--connect-to ${text}: write HOST:PORT, such as d111111abcdef8.cloudfront.net:443`);
  return { host, port: Number(port) };
}

/** Asks the site itself, a few requests at a time. */
export const answeringLive =
  (site: LiveSite): Answering =>
  async (requests) => {
    const answers: Answer[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let at = next++; at < requests.length; at = next++) answers[at] = await ask(site, requests[at]!);
    };
    await Promise.all(Array.from({ length: together }, worker));
    return answers;
  };

function ask({ isTls, verifies, address }: LiveSite, { host, uri, headers = {} }: Request): Promise<Answer> {
  const options = {
    host: address?.host ?? host,
    port: address?.port ?? (isTls ? 443 : 80),
    path: uri.replaceAll(/[^\x21-\x7e]+/gu, encodeURIComponent),
    headers: { ...headers, host },
    timeout: timeoutMs,
  };
  return new Promise((resolve) => {
    const failed = (why: string): void =>
      resolve({ status: noAnswer, headers: {}, rule: '', body: `${options.host}:${options.port}: ${why}` });
    const sent = isTls
      ? httpsRequest({ ...options, servername: host, rejectUnauthorized: verifies })
      : httpRequest(options);
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
      .on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? error.message))
      .end();
  });
}
