import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type RunRecord, reportHtml } from '../src';
import { describeInChromium, launch } from './chromium';
import { belowTheFold, poorContrasts, stumblingBlocks } from './in-page';
import { anOutage, aRun, aSite, asked, figuresOf, inOrder } from './runs';

const hundredNames = (): RunRecord => {
  const names = Array.from({ length: 100 }, (_, i) => `name-${i}.of-a-rather-long-domain.example.com`);
  const requests = inOrder(
    ...names.map((name) => asked({ name, from: 0, to: 20, every: 5, side: 'source' })),
  );
  const finalSide = Object.fromEntries(names.map((name) => [name, 'source']));
  return aRun({ requests, figures: figuresOf(requests), finalSide, switches: [], dns: [] });
};

const endless = (length: number): string => 'W'.repeat(length);
const longWords = (): RunRecord =>
  anOutage({
    title: endless(300),
    verdict: { passed: false, reasons: [endless(300)] },
    notes: [endless(300)],
    replay: endless(300),
    wayBack: { short: endless(100), sentences: [endless(300)] },
    steps: [{ t: 5, what: endless(200), detail: endless(300), stack: endless(128) }],
    answersByRule: {
      everySeconds: 1,
      answers: aSite().answersByRule!.answers.map((each) => ({
        ...each,
        ...{ name: endless(200), rule: endless(128), location: `https://${endless(300)}` },
      })),
    },
    finalSide: { 'a.example.com': 'target', [`${endless(63)}.${endless(63)}.example.com`]: endless(60) },
  });

const attack = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const strangers = (): RunRecord =>
  anOutage({
    title: attack,
    verdict: { passed: false, reasons: [attack] },
    requests: anOutage().requests.map((each) => ({
      ...each,
      name: attack,
      ...(each.failed && { error: attack }),
    })),
    finalSide: { [attack]: attack },
    calls: [
      { t: 0, actor: attack, service: 's', operation: attack, input: { [attack]: attack }, outcome: attack },
    ],
  });

const runs: Record<string, () => RunRecord> = {
  'no outage': aRun,
  'an outage': anOutage,
  'a hundred names': hundredNames,
  'words without an end': longWords,
};
const screens = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };

const looks = Object.entries(runs).flatMap(([run, make]) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    Object.entries(screens).map(([screen, viewport]) => ({
      run,
      make,
      screen,
      options: { colorScheme, viewport },
    })),
  ),
);

describeInChromium('the page in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), 'cutover-report-'));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** What the page complained of, and what it asked for beside itself. */
    readonly complaints: string[];
    readonly asked: string[];
  }

  async function open(run: RunRecord, options: BrowserContextOptions = {}): Promise<Opened> {
    const file = join(folder, 'report.html');
    writeFileSync(file, reportHtml(run));
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const opened: Opened = { page, complaints: [], asked: [] };
    page.on('console', (message) => opened.complaints.push(message.text()));
    page.on('pageerror', (error) => opened.complaints.push(error.message));
    page.on('request', (request) => opened.asked.push(request.url()));
    await page.goto(`file://${file}`);
    return opened;
  }

  describe.each(looks)('$run, $options.colorScheme and $screen', ({ run, make, screen, options }) => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open(make(), options);
    });
    afterAll(() => opened.page.context().close());

    it('complains of nothing and asks for nothing', () => {
      expect(opened.complaints).toEqual([]);
      expect(opened.asked).toHaveLength(1);
    });

    it('tells the outcome on the first screen', async () => {
      if (run === 'words without an end') return;
      const answers = ['.when', '.long', '.who', '.back'];
      const first = [
        '.verdict',
        '#headline',
        '.in-short',
        ...(screen === 'wide' ? answers : ['.when', '.long']),
      ];
      expect(await opened.page.evaluate(belowTheFold, first)).toEqual([]);
    });

    it('does not scroll sideways as a whole', async () => {
      const wide = await opened.page.evaluate('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(options.viewport.width);
    });

    it('can be read: contrast is sufficient', async () => {
      expect(await opened.page.evaluate(poorContrasts)).toEqual([]);
    });

    it('can be heard and typed through', async () => {
      expect(await opened.page.evaluate(stumblingBlocks)).toEqual([]);
    });
  });

  it.each(Object.entries(runs))('does not scroll sideways at 360 pixels either: %s', async (_, make) => {
    const { page } = await open(make(), { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('shows the figures of the record', async () => {
    const run = anOutage();
    const { page } = await open(run);
    const numberIn = async (key: string): Promise<number> =>
      Number((await page.locator(`[data-figure=${key}]`).textContent())?.replace(/[^\d.]/g, ''));
    for (const key of ['requests', 'failed', 'longestGapMs', 'shortestVisibleHoleMs'] as const)
      expect([key, await numberIn(key)]).toEqual([key, run.figures[key]]);
    expect(await page.locator('#headline').textContent()).toBe('Outage: 12 s');
    expect(await page.locator('.verdict').textContent()).toBe('FAILED');
    expect(await page.locator('.who').textContent()).toContain('a.example.com target');
  });

  it('finds calls by keyboard alone', async () => {
    const { page } = await open(aRun());
    const shown = () => page.locator('#call-rows tr:visible').count();
    const count = () => page.locator('#call-count').textContent();
    expect([await shown(), await count()]).toEqual([3, '3 of 3 shown']);
    await page.locator('#call-text').focus();
    await page.keyboard.type('updatedistribution');
    expect([await shown(), await count()]).toEqual([2, '2 of 3 shown']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect([await shown(), await count()]).toEqual([1, '1 of 3 shown']);
  });

  it('reads the chart under the pointer', async () => {
    const { page } = await open(anOutage());
    await page.locator('#timeline-chart').scrollIntoViewIfNeeded();
    const box = await page.locator('#timeline-chart').boundingBox();
    const lane = await page.locator('#timeline-chart .stretch').first().boundingBox();
    if (!box || !lane) throw new Error('the timeline is not drawn');
    await page.mouse.move(box.x + (box.width * 70) / 120, lane.y + 5);
    const readout = await page.locator('.readout[data-for=timeline-chart]').textContent();
    expect(readout).toMatch(/^01:(09|10)\.\d\s+01:05\.0 to 01:17\.0: 240 of 240 failed/);
  });

  it('draws a hole of 100 ms in an hour wide enough to be seen', async () => {
    const requests = inOrder(
      asked({ from: 0, to: 1800, every: 5, side: 'source' }),
      asked({ from: 1800, to: 1800.1, every: 0.1, error: '403' }),
      asked({ from: 1800.1, to: 3600, every: 5, side: 'source' }),
    );
    const { page } = await open(anOutage({ requests, durationSeconds: 3600 }));
    const mark = await page.locator('#timeline-chart circle.failure').boundingBox();
    expect(mark?.width).toBeGreaterThanOrEqual(10);
  });

  it('says the same without its script', async () => {
    const { page } = await open(aRun(), { javaScriptEnabled: false });
    expect(await page.locator('#call-rows tr:visible').count()).toBe(3);
    expect(await page.locator('#call-filters').isVisible()).toBe(false);
    await page.locator('#call-rows summary').first().click();
    expect(await page.locator('#call-rows pre').first().isVisible()).toBe(true);
  });

  it('prints within the paper, with every call on it', async () => {
    const { page } = await open(aRun(), { viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(794);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });

  it('lets strangers write, and nothing more', async () => {
    const { page, complaints } = await open(strangers());
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('.title').textContent()).toBe(attack);
    expect(complaints).toEqual([]);
  });

  it('would not run what got in all the same', async () => {
    const { page } = await open(aRun());
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hacked=1">')`,
    );
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { text: 'window.hacked=1' }))`,
    );
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });
});
