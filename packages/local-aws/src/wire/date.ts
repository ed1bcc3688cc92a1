import type { IncomingHttpHeaders } from 'node:http';
import type { Instant } from '@cutover/ground';

/**
 * The Date of an answer: when its request was signed, or else now.
 *
 * SDKs set their clocks by it, and ask again what was refused while theirs was wrong. None is wrong here: a sandbox has
 * the world's clock, a client at somebody's desk its own, which a world that runs fast leaves behind at every call.
 */
export const dateOf = (headers: IncomingHttpHeaders, now: Instant): string =>
  new Date(signedAt(headers['x-amz-date']) ?? now).toUTCString();

/** As SigV4 writes it: 20260301T120000Z. */
function signedAt(text: string | string[] | undefined): Instant | undefined {
  const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(String(text)) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const at = Date.parse(`${day.replace(/(....)(..)/, '$1-$2-')}T${time.replace(/(..)(..)/, '$1:$2:')}Z`);
  return Number.isNaN(at) ? undefined : at;
}
