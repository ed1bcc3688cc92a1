import { limits } from '../../limits';
import type { Finding, Rule } from '../rule';

export function codeSize(code: string): Finding[] {
  const bytes = Buffer.byteLength(code);
  if (bytes <= limits.codeBytes) return [];
  return [
    {
      at: { start: 0 },
      what: `the code has ${bytes} bytes, CloudFront takes ${limits.codeBytes}`,
      instead: 'less code: move data into the KeyValueStore, or minify',
    },
  ];
}

export const size: Rule = { name: 'size', check: ({ code }) => codeSize(code) };
