import { shown } from '../problem';
import { Complaint } from './complaint';

/**
 * Headers that a function at the edge may not answer with: CloudFront replies 502, or changes them (CloudFront
 * Developer Guide, restrictions on edge functions).
 */
const refused =
  /^(?:connection|expect|keep-alive|proxy-.*|trailer|upgrade|x-accel-.*|x-amz-cf-.*|x-amzn-.*|x-cache|x-edge-.*|x-forwarded-proto|x-real-ip|content-length|host|transfer-encoding|via|warning)$/;

/** Headers that have a key of their own. */
const elsewhere: Readonly<Record<string, string>> = {
  'cache-control': 'Write CacheControl.',
  'content-type': 'Write Body: {Text, ContentType}.',
  location: 'Write To.',
  'set-cookie': 'Rules set no cookies; remove it.',
  'strict-transport-security': 'Write Hsts: {MaxAge: 31536000, IncludeSubDomains: true}.',
};

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;

/** Whether an answer can have this header. */
export function checkHeaderName(name: string): Complaint | undefined {
  const lower = name.toLowerCase();
  if (!token.test(name))
    return new Complaint(`${shown(name)} is no header name.`, 'Write letters, digits and hyphens.');
  if (Object.hasOwn(elsewhere, lower))
    return new Complaint(`${shown(name)} cannot stand among the headers.`, elsewhere[lower]!);
  if (refused.test(lower))
    return new Complaint(`CloudFront refuses an answer with the header ${shown(name)}.`, 'Remove it.');
  return undefined;
}

/** Whether a header can have this value: no line end may get in, nor anything else that is not printable ASCII. */
export function checkHeaderValue(value: string): Complaint | undefined {
  if (/[\r\n]/.test(value)) return new Complaint('A header value has a line end.', 'Write it on one line.');
  if (!/^[\x20-\x7e]*$/.test(value))
    return new Complaint(`${shown(value)} has characters that no header may have.`, 'Write it in ASCII.');
  if (value.trim() !== value)
    return new Complaint('A header value begins or ends with a blank.', `Write ${shown(value.trim())}.`);
  return undefined;
}
