import { type Instant, secondsToMs } from '@cutover/ground';

/** Time of a local AWS that nobody drives. */
export interface LocalClock {
  now(): Instant;
  /** Goes ahead at once. */
  skip(seconds: number): void;
}

/**
 * Goes on from `start` with the wall, or so many times faster.
 * @param wall the wall's own clock
 */
export function localClock(start: Instant, speed: number, wall: () => Instant): LocalClock {
  const begun = wall();
  let skippedMs = 0;
  return {
    now: () => Math.round(start + (wall() - begun) * speed + skippedMs),
    skip: (seconds) => {
      skippedMs += secondsToMs(seconds);
    },
  };
}
