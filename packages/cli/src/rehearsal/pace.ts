import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@cutover/ground';

/**
 * Holds the run back to so many virtual seconds per second; it never hurries one, and it decides nothing.
 * @param speed undefined for as fast as it goes
 */
export function paceOf(speed: number | undefined, start: Instant): (now: Instant) => Promise<void> {
  if (speed === undefined) return async () => {};
  const wallStart = performance.now();
  return async (now) => {
    const ahead = (now - start) / speed - (performance.now() - wallStart);
    if (ahead > 0) await sleep(ahead);
  };
}
