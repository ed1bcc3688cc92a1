import type { Check } from '../context';
import { sizesOf } from '../sizes';

/** CloudFront's quotas (Developer Guide, quotas of functions and of key value stores). */
const storeBytes = 5 * 1024 * 1024;
const valueBytes = 1024;
const warnShare = 0.8;

/** What the rules take of a key value store, of which two generations must find room while one replaces the other. */
export const quota: Check = {
  name: 'quota',
  severity: 'warning',
  *look(context) {
    const { bytes, largest } = sizesOf(context.rules);
    const share = Math.round((100 * bytes) / storeBytes);
    if (bytes > storeBytes) {
      yield {
        says: `the rules take about ${megabytes(bytes)} of keys and values, and a key value store holds 5 MB: divide the hosts over ${Math.ceil(bytes / storeBytes)} sets.`,
      };
    } else if (bytes > warnShare * storeBytes) {
      yield {
        says: `the rules take about ${megabytes(bytes)}, ${share} % of the 5 MB of a key value store.`,
      };
    }
    for (const { subject, bytes: size } of largest) {
      if (size <= valueBytes) continue;
      yield {
        subject,
        says: `it takes ${size} bytes, and a value of the key value store holds ${valueBytes}: shorten its headers, body or regex.`,
      };
    }
  },
};

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
