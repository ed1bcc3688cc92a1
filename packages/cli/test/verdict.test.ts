import type { RequestRecord } from '@cutover/traffic-probe';
import { type Evidence, reportOf } from '../src/rehearsal/verdict';

const request = (t: number, side: string, failed = false): RequestRecord => ({
  t,
  name: 'a.example.com',
  address: '203.0.113.10',
  connection: 'new',
  status: failed ? 500 : 200,
  side,
  ...(failed ? { error: '500 from target' } : {}),
  failed,
});

const good: Evidence = {
  log: [request(0, 'source'), request(1000, 'target'), request(2000, 'target')],
  stacks: [{ account: 'target', name: 'move', status: 'CREATE_COMPLETE', expected: 'CREATE_COMPLETE' }],
  misplaced: [],
  steps: [],
  expect: { finalSide: { 'a.example.com': 'target' } },
  hints: [],
  notes: [],
  wallSeconds: 1,
  simulatedSeconds: 2,
  seed: '1',
  replay: 'cutover rehearse x --seed 1',
};

test('no failed request and the end state that was asked for: PASSED', () => {
  expect(reportOf(good)).toMatchObject({
    verdict: 'PASSED',
    reasons: [],
    requests: 3,
    failed: 0,
    restoreSeconds: null,
  });
});

test('a request that went well on a fresh connection after a 421 is counted, and did not fail', () => {
  const log = [...good.log, { ...request(3000, 'target'), retried421: true as const }];
  expect(reportOf({ ...good, log })).toMatchObject({ verdict: 'PASSED', failed: 0, retried421: 1 });
});

const rolledBack = {
  account: 'target',
  name: 'move',
  status: 'ROLLBACK_COMPLETE',
  expected: 'CREATE_COMPLETE',
  reason: 'sick',
} as const;

test.each<[string, Partial<Evidence>, string]>([
  [
    'a failed request',
    { log: [...good.log, request(3000, 'target', true), request(4000, 'target')] },
    '1 of 5 requests failed',
  ],
  ['no request at all', { log: [], expect: { finalSide: {} } }, 'no request was made'],
  [
    'a stack that rolled back',
    { stacks: [rolledBack] },
    'stack move in target ended ROLLBACK_COMPLETE, not CREATE_COMPLETE: sick',
  ],
  [
    'the wrong side in the end',
    { expect: { finalSide: { 'a.example.com': 'source' } } },
    'a.example.com is answered by target in the end, not by source',
  ],
  [
    'an alias elsewhere',
    { misplaced: ['Move asks for a on E2, but E1 holds it'] },
    'Move asks for a on E2, but E1 holds it',
  ],
])('%s: FAILED, and the reason says so', (_, change, reason) => {
  const report = reportOf({ ...good, ...change });
  expect(report.verdict).toBe('FAILED');
  expect(report.reasons).toContain(reason);
});
