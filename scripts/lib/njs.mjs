import { spawnSync } from 'node:child_process';
import { installInCi } from './apt.mjs';

/** The strict judge of function code: njs 0.7.9, as Debian 12 has it. */
export function prepareNjs() {
  const isThere = spawnSync(process.env.NJS ?? 'njs', ['-v'], { stdio: 'ignore' }).status === 0;
  if (!isThere) installInCi('njs', 'the tests of CloudFront Functions');
}
