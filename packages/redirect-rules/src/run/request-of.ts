import { hostName } from '../evaluate/host';
import type { Request } from '../model/exchange';
import type { DeclaredTest } from '../model/rule-set';

/** The request that a URL stands for, its path and query byte for byte; undefined where it is no http URL. */
export function requestTo(
  url: string,
  headers: Readonly<Record<string, string>>,
  now: number,
): Request | undefined {
  const found = /^https?:\/\/(?:[^/?#]*@)?([^/?#]+)([^#]*)/i.exec(url);
  if (found === null) return undefined;
  const [, authority = '', rest = ''] = found;
  return { host: hostName(authority), uri: rest.startsWith('/') ? rest : `/${rest}`, headers, now };
}

/** What a test asks first; undefined where its URL is none. */
export const firstRequest = ({ url, headers }: DeclaredTest, now: number): Request | undefined =>
  requestTo(url, headers, now);
