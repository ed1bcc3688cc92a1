import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const list = join(__dirname, '..', '..', '..', 'scripts', 'lib', 'chromium-paths.json');
const usualPaths: string[] = JSON.parse(readFileSync(list, 'utf8'));

export const chromiumPath = [process.env.CHROMIUM, ...usualPaths].find((path) => path && existsSync(path));

/**
 * `describe` where there is a browser. On a desk without one the tests are skipped, and say so; in CI they fail: a page
 * that nobody has opened is not checked.
 */
export function describeInChromium(title: string, tests: () => void): void {
  if (chromiumPath !== undefined) describe(title, tests);
  else if (process.env.CI === undefined) {
    console.warn(`SKIPPED: ${title}: no Chromium found; install it, or set CHROMIUM to its path`);
    describe.skip(title, tests);
  } else
    test(title, () => {
      throw new Error('No Chromium found: install it, or set CHROMIUM to its path.');
    });
}

/** Chromium's own sandbox wants what containers do not give; only our own page is opened. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, chromiumSandbox: false });
