import { engines } from '@cutover/edge-functions';

/** CI has the strict judge or fails; a desk without it says so and goes on. */
export function describeWithNjs(name: string, body: () => void): void {
  const isThere = engines.njs.isAvailable();
  if (!isThere && process.env.CI === undefined) {
    process.stderr.write(`skipped, for want of njs (Debian: apt-get install njs): ${name}\n`);
    describe.skip(name, body);
    return;
  }
  describe(name, () => {
    beforeAll(() => {
      if (!isThere) throw new Error('CI must have njs 0.7.9: apt-get install njs');
    });
    body();
  });
}
