/** Milliseconds since the Unix epoch. Virtual in a rehearsal, the wall's in production. */
export type Instant = number;

/** Time as a value that is handed in: nothing below the faces reads the machine's clock. */
export interface Clock {
  now(): Instant;
}

export const secondsToMs = (seconds: number): number => seconds * 1000;
export const minutesToMs = (minutes: number): number => minutes * 60_000;

/** A clock that shows one instant for ever; a turn of a handler sees the world at one time. */
export const frozenClock = (now: Instant): Clock => ({ now: () => now });
