import type { RequestRecord } from '../../src';

/** A short way to write a log: `at(100, 'source')` is a good answer, `at(100, undefined, '403')` a failed request. */
export const at = (
  t: number,
  side: string | undefined,
  error?: string,
  where: Partial<Pick<RequestRecord, 'name' | 'address'>> = {},
): RequestRecord => ({
  t,
  name: 'a.example.com',
  address: '203.0.113.10',
  connection: 'new',
  ...where,
  ...(side && { side }),
  ...(error && { error }),
  failed: error !== undefined,
});
