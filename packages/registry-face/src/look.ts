import { Failure } from '@cutover/handler-kit';

export type Sleep = (delayMs: number) => Promise<unknown>;

/** Together a sixth of the half minute that CloudFormation gives a read. */
const PAUSES_MS = [250, 1000, 4000];

/**
 * A read, or a list: it changes nothing, so what passes by itself is asked again. It gets no second turn as the others
 * do, and CloudFormation reads what it has just made: one failure there would fail a create whose work is done, and
 * roll it back.
 * @param look from the beginning: what has failed once may be kept by its clients
 * @throws Failure that does not pass, or has not in five seconds
 */
export async function looking<T>(look: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof Failure) || error.disposition === 'giveUp') throw error;
      await sleep(pauseMs);
    }
  }
  return look();
}
