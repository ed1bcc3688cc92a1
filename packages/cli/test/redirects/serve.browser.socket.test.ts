import { readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describeInChromium, launch } from '../../../report/test/chromium';
import { poorContrasts, stumblingBlocks } from '../../../report/test/in-page';
import { type RedirectServer, startRedirectServer } from '../../src/redirects/serve/server';
import { fileWith, fixture } from './run';

const newYear = Date.parse('2026-12-31T00:00:00Z');
const start = (file: string): Promise<RedirectServer> => startRedirectServer(file, 0, () => newYear);

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function get(port: number, path: string, host: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', path, headers: { host } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  let server: RedirectServer;
  beforeAll(async () => {
    server = await start(fixture('rules.yml'));
  });
  afterAll(() => server.stop());

  it.each([
    [
      'as the Host header says',
      '/docs/a%20b?x=1',
      'old.example.com',
      301,
      'https://docs.example.com/a%20b?x=1',
    ],
    ['with a port in it', '/docs/a', 'old.example.com:8080', 301, 'https://docs.example.com/a'],
    ['for a wildcard', '/x', 'a.b.old.example.com', 302, 'https://www.example.com/x'],
    [
      "for a browser's name of loopback",
      '/docs/a',
      'old.example.com.localhost',
      301,
      'https://docs.example.com/a',
    ],
    [
      'for a client that takes it for a proxy',
      'http://old.example.com/docs/a',
      'x',
      301,
      'https://docs.example.com/a',
    ],
    ['for a host that has no site', '/', 'stranger.example.net', 404, undefined],
  ])('answers %s', async (_, path, host, status, location) => {
    const got = await get(server.port, path, host);
    expect([got.status, got.headers.location]).toEqual([status, location]);
  });

  it('answers bodies and headers, names the rule, and keeps the answer out of caches', async () => {
    const { status, headers, body } = await get(server.port, '/gone', 'old.example.com');
    expect({ status, body }).toEqual({ status: 410, body: 'It is gone.' });
    expect(headers).toMatchObject({
      'x-redirect-rule': 'gone',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=3600; includeSubDomains',
    });
  });

  it.each(['/x', '//', '/%', '/?url=%', '/?from=-1'])('lives on after %s for its own names', async (path) => {
    expect((await get(server.port, path, 'localhost')).status).toBeLessThan(500);
  });

  it('tells that a port is taken', async () => {
    await expect(startRedirectServer(fixture('rules.yml'), server.port, () => 0)).rejects.toThrow(
      /port \d+ is in use; choose another/,
    );
  });

  it('reads the rules again when they change, and goes on with those before while there is a mistake', async () => {
    const text = readFileSync(fixture('rules.yml'), 'utf8');
    const file = fileWith(text);
    const own = await start(file);
    const locationNow = async () => (await get(own.port, '/docs/a', 'old.example.com')).headers.location;
    writeFileSync(file, text.replace('https://docs.example.com/:splat', 'https://manual.example.com/:splat'));
    expect(await locationNow()).toBe('https://manual.example.com/a');
    writeFileSync(file, 'Sites: [');
    expect(await locationNow()).toBe('https://manual.example.com/a');
    expect((await get(own.port, '/', '127.0.0.1')).body).toContain('The file has a mistake now');
    await own.stop();
  });
});

const attack = '"><img src=x onerror=alert(1)><script>window.hacked=1</script>';

describeInChromium('the page in Chromium', () => {
  let browser: Browser;
  let server: RedirectServer;
  beforeAll(async () => {
    browser = await launch();
    server = await start(fixture('rules.yml'));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(path: string, options: BrowserContextOptions = {}) {
    const page = await (await browser.newContext(options)).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`http://127.0.0.1:${server.port}${path}`);
    return { page, complaints, asked };
  }

  async function tryUrl(page: Page, url: string): Promise<void> {
    await page.getByRole('textbox', { name: 'URL' }).fill(url);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#result');
  }

  const tried = `/?url=${encodeURIComponent('https://old.example.com/report?hl=es-AR')}`;
  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1280, 360].map((width) => ({ colorScheme, viewport: { width, height: 800 } })),
  );

  it.each(looks)(
    'can be read and heard: $colorScheme, $viewport.width wide',
    async (look) => {
      for (const path of ['/', tried, '/?url=nowhere', '/?url=a%20b']) {
        const { page, complaints, asked } = await open(path, look);
        expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
        expect(asked.filter((url) => !url.endsWith('/favicon.ico'))).toHaveLength(1);
        expect(await page.evaluate(poorContrasts)).toEqual([]);
        expect(await page.evaluate(stumblingBlocks)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          look.viewport.width,
        );
        await page.context().close();
      }
    },
    60_000,
  );

  it('tries a URL by keyboard, and shows which rule answered and why', async () => {
    const { page } = await open('/');
    await tryUrl(page, 'https://old.example.com/report?hl=es-AR');
    expect(await page.locator('#rule').textContent()).toBe('spanish');
    expect(await page.locator('.status').textContent()).toBe('301');
    expect(await page.locator('#location').getAttribute('href')).toBe('https://www.example.com/es/');
    expect(await page.locator('.steps > li').allTextContents()).toEqual([
      expect.stringMatching(/^\s*docs does not[\s\S]*no \/docs\/\*/),
      expect.stringMatching(/^\s*gone does not[\s\S]*no \/gone/),
      expect.stringMatching(/^\s*spanish answers[\s\S]*yes \/report[\s\S]*yes query hl ~ \^es/),
    ]);
  });

  it('tells which condition failed of a rule whose path is right', async () => {
    const { page } = await open('/');
    await tryUrl(page, 'old.example.com/report?hl=de');
    expect(await page.locator('#rule').textContent()).toBe('everything');
    expect(await page.locator('.steps > li').nth(2).textContent()).toMatch(/yes \/report[\s\S]*no query hl/);
  });

  it('leads on where the answer is another URL of the rules', async () => {
    const rule = (host: string, to: string) =>
      `{ Hosts: [${host}], Rules: [{ Id: from-${host}, To: '${to}' }] }`;
    const sites = [rule('a.example', 'https://b.example/x'), rule('b.example', 'https://c.example/')];
    const own = await start(fileWith(`Sites: [${sites.join(', ')}]\n`));
    const { page } = await open('/');
    await page.goto(`http://127.0.0.1:${own.port}/`);
    await tryUrl(page, 'https://a.example/');
    await page.locator('#next').click();
    await page.waitForURL(/b\.example/);
    expect(await page.locator('#rule').textContent()).toBe('from-b.example');
    expect(await page.locator('#next').count()).toBe(0);
    await own.stop();
  });

  it('tries as of another time', async () => {
    const { page } = await open('/');
    await page.getByRole('textbox', { name: 'Time' }).fill('2027-01-01');
    await tryUrl(page, 'https://example.org/sale');
    expect(await page.locator('#rule').textContent()).toBe('begins-later');
    expect(await page.getByRole('textbox', { name: 'Time' }).inputValue()).toBe('2027-01-01');
  });

  it.each([
    ['nobody.example.net/x', 'No site has the host nobody.example.net.'],
    ['https://', 'Write a URL without spaces'],
  ])('says what there is to say about %s', async (url, words) => {
    const { page } = await open('/');
    await tryUrl(page, url);
    expect(await page.locator('#result').textContent()).toContain(words);
  });

  it('lists the rules, and finds some', async () => {
    const { page } = await open('/');
    expect(await page.locator('tbody tr').count()).toBe(7);
    await page.getByRole('searchbox', { name: 'Find' }).fill('docs team');
    await page.keyboard.press('Enter');
    await page.waitForURL(/find=docs/);
    expect(await page.locator('tbody th').allTextContents()).toEqual([expect.stringMatching(/^docs /)]);
  });

  it('follows the answer in the browser itself', async () => {
    const { page } = await open('/?url=old.example.com/gone');
    await page.locator('#result a').first().click();
    await page.waitForURL(`http://old.example.com.localhost:${server.port}/gone`);
    expect(await page.locator('body').textContent()).toBe('It is gone.');
  });

  it('shows the words of strangers as words', async () => {
    const path = `/?${new URLSearchParams({ url: `https://old.example.com/${attack}`, find: attack, at: attack })}`;
    const { page } = await open(path);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img, script').count()).toBe(0);
  });
});
