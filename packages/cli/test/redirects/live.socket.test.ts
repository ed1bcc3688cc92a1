import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RedirectServer, startRedirectServer } from '../../src/redirects/serve/server';
import { fixture, redirects } from './run';

const rules = fixture('rules.yml');

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

describe('cutover redirects test --live', () => {
  let site: RedirectServer;
  beforeAll(async () => {
    site = await startRedirectServer(rules, 0, Date.now);
  });
  afterAll(() => site.stop());

  it('passes a site that answers as the rules say', async () => {
    const { code, out } = await redirects([
      'test',
      '--live',
      'local',
      '--connect-to',
      `127.0.0.1:${site.port}`,
      rules,
    ]);
    expect(out).toMatch(/^local: \d\d tests: \d\d MATCHED$/m);
    expect(code).toBe(0);
  });

  it('takes a URL for the site', async () => {
    const { code } = await redirects(['test', '--live', `http://127.0.0.1:${site.port}`, rules]);
    expect(code).toBe(0);
  });

  it('fails a site that answers otherwise, and tells what it got', async () => {
    const stranger = createServer((_, response) => {
      response.writeHead(302, { location: 'https://www.example.net/' }).end();
    });
    const port = await listening(stranger);
    const { code, out } = await redirects(['test', '--live', `http://127.0.0.1:${port}`, '--json', rules]);
    const { failures, engines } = JSON.parse(out);
    expect(engines[0].MATCHED).toBe(0);
    expect(failures[0]).toMatchObject({
      rule: 'docs',
      verdict: 'MISMATCH',
      says: 'expected https://docs.example.com/a/b, got 302 https://www.example.net/',
    });
    expect(code).toBe(1);
    stranger.close();
  });

  it('tells where nothing listens', async () => {
    const closed = createServer();
    const port = await listening(closed);
    await new Promise((resolve) => closed.close(resolve));
    const { code, out } = await redirects([
      'test',
      '--live',
      'public',
      '--connect-to',
      `127.0.0.1:${port}`,
      rules,
    ]);
    expect(out).toMatch(`127.0.0.1:${port}: nothing listens there`);
    expect(out).toMatch(/^public: \d+ tests: \d+ ERROR$/m);
    expect(code).toBe(1);
  });
});
