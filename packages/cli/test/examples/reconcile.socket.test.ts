import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildCutover } from '../built';
import { changesIn, example, limitMs, rehearseExample } from './rehearse-example';

beforeAll(buildCutover, 60_000);

/** The part of a template that a hint is about: of the one distribution in it. */
const distributionIn = (file: string): object => {
  const { Resources } = parse(readFileSync(file, 'utf8'), { customTags: [ref, getAtt] });
  const { DistributionConfig } = Resources.Site.Properties;
  const { Aliases, ViewerCertificate } = DistributionConfig;
  return { DistributionConfig: { Aliases, ViewerCertificate } };
};
const ref = { tag: '!Ref', resolve: (name: string) => ({ Ref: name }) };
const getAtt = { tag: '!GetAtt', resolve: (name: string) => ({ 'Fn::GetAtt': name }) };

test(
  'reconcile: both owner stacks are updated with exactly what the hints said, and no request fails',
  async () => {
    const { code, report } = await rehearseExample('reconcile');
    expect({ code, failed: report.failed, reasons: report.reasons }).toEqual({
      code: 0,
      failed: 0,
      reasons: [],
    });
    const [hint] = report.hints;
    for (const [side, snippet] of [
      ['source', hint?.reconcileSource],
      ['target', hint?.reconcileTarget],
    ] as const)
      expect(distributionIn(join(example('reconcile'), side, 'site-after-the-move.yml'))).toEqual(
        parse(snippet ?? ''),
      );
    expect(changesIn(report).slice(-4, -2)).toEqual([
      expect.stringMatching(/^UpdateDistribution E\w+: aliases a\.example\.com, b\.example\.com$/),
      expect.stringMatching(/^UpdateDistribution E\w+: aliases none$/),
    ]);
  },
  limitMs,
);

test(
  'reconcile-forgotten: the templates of before take the names off the target, and are refused on the source, as was warned',
  async () => {
    const { code, report } = await rehearseExample('reconcile-forgotten');
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'FAILED' });
    expect(report.longestGapMs).toBeGreaterThan(60_000);
    expect(report.hints[0]?.warnings).toEqual([
      expect.stringContaining('an outage'),
      expect.stringContaining('CNAMEAlreadyExists'),
      expect.stringMatching(/^DNS: /),
    ]);
    expect(report.stacks.map(({ status }) => status)).toEqual([
      'CREATE_COMPLETE',
      'UPDATE_COMPLETE',
      'UPDATE_COMPLETE',
      expect.stringMatching(/^UPDATE_ROLLBACK_/),
    ]);
    expect(report.stacks.at(-1)?.reason).toContain('Status Code: 409');
    const moved = report.steps.findIndex(({ what }) => what.startsWith('CREATE_COMPLETE'));
    expect(report.failures.every(({ from }) => from > (report.steps[moved]?.t ?? Infinity))).toBe(true);
  },
  limitMs,
);
