import { UserError } from '../user-error';

/** A URL that is asked again and again. */
export interface WatchTarget {
  readonly url: string;
  readonly name: string;
  readonly secure: boolean;
  readonly port: number;
  /** With the query. */
  readonly path: string;
}

/** @throws UserError for what is no http or https URL of a host name */
export function targetOf(text: string): WatchTarget {
  const written = text.includes('://') ? text : `https://${text}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new UserError(`${text}: is no URL; write for example https://www.example.com/`);
  const secure = url.protocol === 'https:';
  return {
    url: url.href,
    name: url.hostname,
    secure,
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
  };
}
