import type { RequestRecord } from '@cutover/traffic-probe';
import { restoreSeconds } from '../src/rehearsal/restore';

/** `source`, `target`: a good answer of that side; `TARGET`: a failed one. One request each 10 s. */
const logOf = (answers: string): RequestRecord[] =>
  answers.split(' ').map((answer, n) => ({
    t: n * 10_000,
    name: 'a.example.com',
    address: '203.0.113.10',
    connection: 'new',
    ...(answer === 'NOBODY' ? {} : { side: answer.toLowerCase() }),
    failed: answer === answer.toUpperCase(),
  }));

test.each<[string, string, number | undefined]>([
  ['nothing failed', 'source source target target', undefined],
  ['failed on the new side, then back', 'source TARGET TARGET source source', 20],
  [
    'failed on the new side, good there for a moment, failed again, then back',
    'source TARGET target TARGET source',
    30,
  ],
  ['failed, and stayed on the new side', 'source TARGET TARGET target', undefined],
  ['failed without ever leaving the old side', 'source NOBODY source', undefined],
  ['failed to the end', 'source TARGET TARGET', undefined],
])('%s', (_, answers, seconds) => {
  expect(restoreSeconds(logOf(answers))).toBe(seconds);
});
