import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './watch';

/** The machine's own time. */
export const wallClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await sleep(ms, undefined, { signal });
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
    }
  },
};
