import { buildCutover } from '../built';
import { changesIn, limitMs, rehearseExample } from './rehearse-example';

beforeAll(buildCutover, 60_000);

test(
  'same-account: an apex and a subdomain, one call each, and the same seed gives the same calls on any day',
  async () => {
    const [first, second] = [
      await rehearseExample('same-account'),
      await rehearseExample('same-account', '--start', '2026-05-06T07:08:09Z'),
    ];
    expect(first.report).toMatchObject({
      verdict: 'PASSED',
      failed: 0,
      finalSide: { 'example.com': 'new', 'www.example.com': 'new' },
    });
    expect(changesIn(first.report)).toEqual([
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

test.each([
  ['a lost answer', 'cloudfront.UpdateDomainAssociation.lost'],
  ['a handler killed between effect and answer', 'handler.kill.during@9'],
])(
  'same account with %s: still no request fails',
  async (_, fault) => {
    const { report, calls } = await rehearseExample('same-account', '--fault', fault);
    expect(calls).toContain(`"fault":"${fault.split('@')[0]}"`);
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0 });
  },
  limitMs,
);
