import { buildCutover } from '../built';
import { changesIn, limitMs, rehearseExample } from './rehearse-example';

beforeAll(buildCutover, 60_000);

test(
  'apex-bypass: an apex crosses accounts past CloudFront, and no request fails',
  async () => {
    const { report } = await rehearseExample('apex-bypass');
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0, finalSide: { 'example.com': 'new' } });
    expect(changesIn(report)).toEqual([
      expect.stringMatching(/^ChangeResourceRecordSets .*UPSERT example\.com\. A -> 198\.51\.100\.7$/),
      'UpdateDistribution E1OLDSITE2019: aliases none',
      'UpdateDistribution E2NEWSITE2026: aliases example.com',
      expect.stringMatching(
        /^ChangeResourceRecordSets (UPSERT example\.com\. (A|AAAA|HTTPS) -> ALIAS d2222222newsite\.cloudfront\.net\.(; )?){3}$/,
      ),
    ]);
  },
  limitMs,
);

test(
  'apex-bypass with the answer to the release lost: still no request fails',
  async () => {
    const { report } = await rehearseExample(
      'apex-bypass',
      '--fault',
      'cloudfront.UpdateDistribution.lost@1',
    );
    expect(report).toMatchObject({ verdict: 'PASSED', failed: 0 });
  },
  limitMs,
);
