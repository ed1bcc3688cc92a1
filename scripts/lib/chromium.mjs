import { existsSync, readFileSync } from 'node:fs';
import { installInCi } from './apt.mjs';
import { inRoot } from './repository.mjs';

/** Where Chromium usually is; the browser tests read the same list. */
const paths = JSON.parse(readFileSync(inRoot('scripts', 'lib', 'chromium-paths.json'), 'utf8'));

/** @returns the path of Chromium or Chrome, from the environment or where they usually are; undefined without one. */
export const findChromium = () => [process.env.CHROMIUM, ...paths].find((path) => path && existsSync(path));

/** The browser tests open it. */
export function prepareChromium() {
  if (findChromium() === undefined) installInCi('chromium', 'the browser tests');
}
