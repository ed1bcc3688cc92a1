import { join } from 'node:path';
import { buildCutover } from '../built';
import { changesIn, example, expectTold, limitMs, rehearseExample } from './rehearse-example';

const frontPage = example(join('..', 'README.md'));

beforeAll(buildCutover, 60_000);

test(
  'cross-account: the names move by the five steps of the article, and no request fails',
  async () => {
    const { code, report } = await rehearseExample('cross-account');
    expect(report).toMatchObject({
      verdict: 'PASSED',
      failed: 0,
      reasons: [],
      longestGapMs: 0,
      restoreSeconds: null,
    });
    expect(code).toBe(0);
    expectTold(frontPage, report);
    expect(report.requests).toBeGreaterThanOrEqual(3000);
    expect(report.simulatedSeconds).toBeGreaterThanOrEqual(20 * 60);
    expect(report.finalSide).toEqual({ 'a.example.com': 'target', 'b.example.com': 'target' });
    expect(report.shortestVisibleHoleNearChangeMs).toBeLessThanOrEqual(100);
    expect(changesIn(report)).toEqual([
      'UpdateDistribution E2222222TARGET: aliases *.example.com',
      'UpdateDistribution E1111111SOURCE: aliases none',
      expect.stringMatching(
        /^ChangeResourceRecordSets UPSERT a\.example\.com\. A -> ALIAS d2222222target.*b\.example\.com\. CNAME/,
      ),
      'UpdateDistribution E2222222TARGET: aliases a.example.com, b.example.com',
    ]);
  },
  limitMs,
);

test(
  'cross-account-sick-target: traffic returns by itself, the stack says why, nothing is left behind',
  async () => {
    const { code, report } = await rehearseExample('cross-account-sick-target');
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'FAILED' });
    expect(report.finalSide).toEqual({ 'a.example.com': 'source', 'b.example.com': 'source' });
    expect(report.restoreSeconds).toBeGreaterThan(0);
    expect(report.restoreSeconds).toBeLessThanOrEqual(30);
    const [stack] = report.stacks;
    expect(stack).toMatchObject({
      status: 'ROLLBACK_COMPLETE',
      reason: expect.stringMatching(/500.*back on the source/),
    });
    expect(report.reasons.filter((reason) => reason.includes('was rolled back, but'))).toEqual([]);
    expect(report.failures.every(({ reason }) => reason === '500 from target')).toBe(true);
  },
  limitMs,
);

test(
  'naive: remove, then add, takes the names out of service for minutes',
  async () => {
    const { code, report } = await rehearseExample('naive');
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'FAILED' });
    expectTold(frontPage, report);
    expect(report.stacks.map(({ status }) => status)).toEqual([
      'UPDATE_COMPLETE',
      'UPDATE_COMPLETE',
      'UPDATE_COMPLETE',
    ]);
    expect(report.stacks.map(({ changes }) => changes)).toMatchObject([
      [
        {
          logicalId: 'Site',
          action: 'Modify',
          properties: ['DistributionConfig.Aliases'],
          replacement: 'False',
        },
      ],
      [{ logicalId: 'A' }, { logicalId: 'B', properties: ['ResourceRecords'] }],
      [{ logicalId: 'Site', properties: ['DistributionConfig.Aliases'] }],
    ]);
    expect(report.finalSide).toEqual({ 'a.example.com': 'target', 'b.example.com': 'target' });
    expect(report.longestGapMs).toBeGreaterThan(60_000);
    expect(report.restoreSeconds).toBeNull();
  },
  limitMs,
);
