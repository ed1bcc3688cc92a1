import { buildCutover } from '../built';
import { limitMs, rehearseExample } from './rehearse-example';

beforeAll(buildCutover, 60_000);

test(
  'external-dns: nothing moves until the customer has acted, then all does, and no request fails',
  async () => {
    const { code, report } = await rehearseExample('external-dns');
    expect({ code, failed: report.failed, reasons: report.reasons }).toEqual({
      code: 0,
      failed: 0,
      reasons: [],
    });
    expect(report.finalSide).toEqual({ 'example.com': 'new', 'www.example.com': 'new' });
    const timeOf = (pattern: RegExp) => report.steps.find(({ what }) => pattern.test(what))?.t ?? Number.NaN;
    const semaphoreSet = timeOf(/UPSERT _cutover\.example\.com\.moves\.example\.net\. TXT/);
    const acted = timeOf(/CREATE _cutover\.www\.example\.com CNAME/);
    const moved = timeOf(/^UpdateDomainAssociation/);
    const semaphoreGone = timeOf(/DELETE _cutover\.example\.com\.moves\.example\.net\. TXT/);
    expect(semaphoreSet).toBeLessThan(acted);
    // 300 s of old TTL after the last record was there.
    expect(moved).toBeGreaterThan(acted + 300);
    expect(semaphoreGone).toBeGreaterThan(moved);
  },
  limitMs,
);
