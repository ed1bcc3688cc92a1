import { buildCutover } from '../built';
import { changesIn, limitMs, rehearseExample } from './rehearse-example';

beforeAll(buildCutover, 60_000);

test(
  'redirect-site: one rule changes while it is asked for, and a rule whose test fails changes nothing',
  async () => {
    const { code, report } = await rehearseExample('redirect-site');
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
    const { answers = [] } = report.answersByRule ?? {};
    const ofGo = answers.filter(({ name }) => name === 'go.example.com');
    expect(ofGo).toMatchObject([
      { rule: 'campaign', generations: [1], location: 'https://www.example.com/summer', from: 0 },
      { rule: 'campaign', generations: [2], location: 'https://www.example.com/autumn' },
    ]);
    // The flip goes from edge to edge, within seconds.
    expect(ofGo[0]!.to - ofGo[1]!.from).toBeLessThan(30);
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
    const { report, calls } = await rehearseExample('redirect-site', ...options);
    for (const fault of faults) expect(calls).toContain(`"fault":"${fault}"`);
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0 });
    expect(report.finalSide).toMatchObject({ 'go.example.com': 'autumn' });
  },
  limitMs,
);

test(
  'redirect-site-takeover: a host of this account and one of another come to a site, and no request fails',
  async () => {
    const { code, report } = await rehearseExample('redirect-site-takeover');
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0, reasons: [] });
    expect(code).toBe(0);
    expect(report.finalSide).toEqual({ 'go.example.com': 'go', 'shop.example.com': 'shop' });
    expect(changesIn(report)).toEqual([
      expect.stringMatching(/^UpdateKeys: \d+ items put, 0 deleted$/),
      expect.stringMatching(/^ChangeResourceRecordSets (UPSERT _\w+\..*\.acm-validations\.aws(; )?)+$/),
      expect.stringMatching(/^UpdateDomainAssociation go\.example\.com: now on E/),
      expect.stringMatching(/^UpdateDistribution E\w+: aliases go\.example\.com, \*\.example\.com$/),
      'UpdateDistribution E2222222OLDSHOP: aliases none',
      expect.stringMatching(/^ChangeResourceRecordSets UPSERT shop\.example\.com\. CNAME -> /),
      expect.stringMatching(/^UpdateDistribution E\w+: aliases go\.example\.com, shop\.example\.com$/),
      expect.stringMatching(
        /^ChangeResourceRecordSets DELETE shop\.example\.com\. CNAME .*UPSERT go\.example\.com\. A -> ALIAS /,
      ),
    ]);
  },
  limitMs,
);
