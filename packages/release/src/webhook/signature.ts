import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether GitHub signed these very bytes: HMAC SHA-256 with the secret of the webhook. Compared in constant time, so
 * that nobody learns from the time of an answer how much of a guess was right.
 */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, given] = /^sha256=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (given === undefined || secret === '') return false;
  const expected = createHmac('sha256', secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}
