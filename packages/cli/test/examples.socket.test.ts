import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RehearsalReport } from '../src/rehearsal/report';
import { buildCutover, examplesFolder } from './built';
import { reportedBy, rehearse as run } from './rehearse';

const limitMs = 240_000;

beforeAll(buildCutover, 60_000);

const rehearse = (folder: string, ...options: string[]) => reportedBy(run(folder, ...options));

const example = (name: string): string => join(examplesFolder, name);
const whatOf = ({ steps }: RehearsalReport): string[] =>
  steps.filter(({ what }) => /^(Update|Change|Associate)/.test(what)).map(({ what }) => what);

test(
  'cross-account: the names move by the five steps of the article, and no request fails',
  async () => {
    const { code, report } = await rehearse(example('cross-account'));
    expect(report).toMatchObject({
      verdict: 'PASSED',
      failed: 0,
      reasons: [],
      longestGapMs: 0,
      restoreSeconds: null,
    });
    expect(code).toBe(0);
    expect(report.requests).toBeGreaterThanOrEqual(3000);
    expect(report.simulatedSeconds).toBeGreaterThanOrEqual(20 * 60);
    expect(report.finalSide).toEqual({ 'a.example.com': 'target', 'b.example.com': 'target' });
    expect(report.shortestVisibleHoleNearChangeMs).toBeLessThanOrEqual(100);
    expect(whatOf(report)).toEqual([
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
    const { code, report } = await rehearse(example('cross-account-sick-target'));
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
    const { code, report } = await rehearse(example('naive'));
    expect({ code, verdict: report.verdict }).toEqual({ code: 1, verdict: 'FAILED' });
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

test(
  'same-account: an apex and a subdomain, one call each, and the same seed gives the same calls on any day',
  async () => {
    const [first, second] = [
      await rehearse(example('same-account')),
      await rehearse(example('same-account'), '--start', '2026-05-06T07:08:09Z'),
    ];
    expect(first.report).toMatchObject({
      verdict: 'PASSED',
      failed: 0,
      finalSide: { 'example.com': 'new', 'www.example.com': 'new' },
    });
    expect(whatOf(first.report)).toEqual([
      'UpdateDomainAssociation example.com: now on E2NEWSITE2026',
      'UpdateDomainAssociation www.example.com: now on E2NEWSITE2026',
      expect.stringMatching(
        /^ChangeResourceRecordSets (UPSERT (www\.)?example\.com\. (A|AAAA|HTTPS) -> ALIAS d2222222newsite\.cloudfront\.net\.(; )?){6}$/,
      ),
    ]);
    expect(second.calls).toBe(first.calls);
    expect(second.report.steps).toEqual(first.report.steps);
  },
  limitMs,
);

test(
  'redirect-site: one rule changes while it is asked for, and a rule whose test fails changes nothing',
  async () => {
    const { code, report } = await rehearse(example('redirect-site'));
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0, reasons: [], longestGapMs: 0 });
    expect(code).toBe(0);
    expect(report.finalSide).toEqual({ 'go.example.com': 'autumn', 'shop.example.com': 'shop' });
    expect(report.stacks).toMatchObject([
      { status: 'UPDATE_COMPLETE' },
      {
        status: 'UPDATE_ROLLBACK_COMPLETE',
        reason: expect.stringMatching(
          /expected https:\/\/www\.example\.com\/autumn, got 302 https:\/\/www\.example\.com\/winter/,
        ),
      },
    ]);
    const changes = report.steps
      .map(({ what }) => what)
      .filter((what) => !/^UPDATE_|UPDATE_FAILED/.test(what));
    expect(changes).toEqual([
      'UpdateKeys: 2 items put, 0 deleted',
      expect.stringMatching(/^PublishFunction redirect-rs-/),
      'UpdateKeys: 1 items put, 0 deleted',
      'UpdateKeys: 0 items put, 1 deleted',
    ]);
  },
  limitMs,
);

test(
  'redirect-site: answers to a write of items and to the publish are lost, and still no request fails',
  async () => {
    const faults = ['cloudfront-keyvaluestore.UpdateKeys.lost', 'cloudfront.PublishFunction.lost'];
    const options = faults.flatMap((fault) => ['--fault', fault]);
    const { report, calls } = await rehearse(example('redirect-site'), ...options);
    for (const fault of faults) expect(calls).toContain(`"fault":"${fault}"`);
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0 });
    expect(report.finalSide).toMatchObject({ 'go.example.com': 'autumn' });
  },
  limitMs,
);

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
    const { code, report } = await rehearse(example('reconcile'));
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
    expect(whatOf(report).slice(-4, -2)).toEqual([
      expect.stringMatching(/^UpdateDistribution E\w+: aliases a\.example\.com, b\.example\.com$/),
      expect.stringMatching(/^UpdateDistribution E\w+: aliases none$/),
    ]);
  },
  limitMs,
);

test(
  'reconcile-forgotten: the templates of before take the names off the target, and are refused on the source, as was warned',
  async () => {
    const { code, report } = await rehearse(example('reconcile-forgotten'));
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

test.each([
  ['a lost answer', 'cloudfront.UpdateDomainAssociation.lost'],
  ['a handler killed between effect and answer', 'handler.kill.during@9'],
])(
  'same account with %s: still no request fails',
  async (_, fault) => {
    const { report, calls } = await rehearse(example('same-account'), '--fault', fault);
    expect(calls).toContain(`"fault":"${fault.split('@')[0]}"`);
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0 });
  },
  limitMs,
);
