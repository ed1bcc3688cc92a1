import type { LocalAws } from '@cutover/local-aws';
import { localClock } from './clock';
import { keepServing, type Presence } from './serve';

const followEveryMs = 100;

/** Serves a local AWS whose run is over, its time going on with the wall's, until a signal comes. */
export async function keepAfterRun(aws: LocalAws, presence: Presence): Promise<void> {
  const stop = followWall(aws);
  try {
    await keepServing(aws, presence);
  } finally {
    stop();
  }
}

/** The timeline goes on taking events, now as fast as the wall: what is under way in the world comes to its end. */
function followWall({ timeline }: LocalAws): () => void {
  const clock = localClock(timeline.now(), 1, Date.now);
  let isBusy = false;
  const follow = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    await timeline.runTo(clock.now()).finally(() => {
      isBusy = false;
    });
  };
  const timer = setInterval(() => void follow(), followEveryMs);
  return () => clearInterval(timer);
}
