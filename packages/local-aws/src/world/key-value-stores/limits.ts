import type { ItemChange } from '../arrivals';
import { AwsFailure } from '../failure';

/** "Quotas on key value stores" (Developer Guide); the API's model has no lengths for values, and longer keys. */
export const storeLimits = {
  keyBytes: 512,
  valueBytes: 1024,
  storeBytes: 5 * 1024 * 1024,
  /** Of one UpdateKeys: keys that it puts and deletes, and the bytes of what it puts. */
  changedKeys: 50,
  changedBytes: 3 * 1024 * 1024,
} as const;

export const bytesOf = ([key, value]: readonly [string, string]): number =>
  Buffer.byteLength(key) + Buffer.byteLength(value);

/** What is above a quota is answered with 402, which no other service does (API model). */
export const quotaExceeded = (what: string): AwsFailure =>
  new AwsFailure('ServiceQuotaExceededException', 402, `Limit exceeded. (${what})`);

export const invalid = (what: string): AwsFailure =>
  new AwsFailure('ValidationException', 400, `Validation failed. (${what})`);

/** What is wrong with one item, wherever it comes from; undefined if nothing. */
export function itemProblem(key: string, value: string): string | undefined {
  if (key === '') return 'a key cannot be empty';
  if (Buffer.byteLength(key) > storeLimits.keyBytes)
    return `Maximum size of the key is ${storeLimits.keyBytes} bytes: ${key.slice(0, 40)}…`;
  if (Buffer.byteLength(value) > storeLimits.valueBytes)
    return `Maximum size of the value is ${storeLimits.valueBytes} bytes: ${key}`;
  return undefined;
}

/** @throws AwsFailure for the first item, or the sum of them, that is above a quota */
export function requireSmallItems({ puts, deletes }: ItemChange): void {
  for (const [key, value] of [...puts, ...deletes.map((key) => [key, ''] as const)]) {
    const problem = itemProblem(key, value);
    if (problem) throw key === '' ? invalid(problem) : quotaExceeded(problem);
  }
}

/** @throws AwsFailure for a batch that is too large */
export function requireSmallBatch({ puts, deletes }: ItemChange): void {
  const keys = puts.length + deletes.length;
  if (keys === 0) throw invalid('neither Puts nor Deletes');
  if (keys > storeLimits.changedKeys)
    throw quotaExceeded(`${keys} keys in one request, at most ${storeLimits.changedKeys} are taken`);
  const bytes = puts.reduce((sum, item) => sum + bytesOf(item), 0);
  if (bytes > storeLimits.changedBytes)
    throw quotaExceeded(`${bytes} bytes in one request, at most ${storeLimits.changedBytes} are taken`);
}
