import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { describeInChromium, launch } from '../../../report/test/chromium';
import { belowTheFold, poorContrasts, stumblingBlocks } from '../../../report/test/in-page';
import { type StatusRecord, statusPage } from '../../src/status/page';
import { statusOf } from '../../src/status/status';
import { closed, manifest, mixed, next, open, recordOf } from './records';

/** As many regions as there are, and a reason without an end. */
const many = (): StatusRecord => {
  const regions = Array.from({ length: 28 }, (_, n) => `ap-southeast-${n}`);
  const seen = [...regions.map((region) => open(region, '1.2.0')), closed('us-east-1', 'W'.repeat(400))];
  return recordOf(statusOf(seen, [next], manifest('1.2.0', 'old', ...regions)));
};

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };
const looks = [
  { record: 'every state', make: mixed, colorScheme: 'light', viewport: wide },
  { record: 'every state', make: mixed, colorScheme: 'dark', viewport: narrow },
  { record: 'every region', make: many, colorScheme: 'dark', viewport: wide },
  { record: 'every region', make: many, colorScheme: 'light', viewport: narrow },
] as const;

describeInChromium('the page of what is published, in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), 'cutover-status-'));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(looks)(
    '$record, $colorScheme, $viewport.width pixels: can be seen, read and heard',
    async (look) => {
      const file = join(folder, 'status.html');
      writeFileSync(file, statusPage(look.make()));
      const page = await browser.newPage({ colorScheme: look.colorScheme, viewport: look.viewport });
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`file://${file}`);
      expect([complaints, asked.length]).toEqual([[], 1]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        look.viewport.width,
      );
      expect(await page.evaluate(poorContrasts)).toEqual([]);
      expect(await page.evaluate(stumblingBlocks)).toEqual([]);
      expect(await page.evaluate(belowTheFold, ['#headline', '.cards > div:first-child'])).toEqual([]);
      await page.close();
    },
  );
});
