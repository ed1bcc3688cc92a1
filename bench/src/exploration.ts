import { explore, exploreTheWire } from '@cutover/explorer';
import type { Pair } from './compare';

/** Every sample draws other delays, so that no schedule is walked twice. */
export function explorationPair(seconds: number): Pair {
  let samples = 0;
  const seed = () => `bench ${++samples}`;
  return {
    name: 'schedules explored in process',
    unit: 'per second',
    against: 'the same through bundle, SDK and wire',
    ours: {
      sample: () =>
        perSecond(() => explore({ seed: seed(), seconds, clock: { now: () => performance.now() } })),
    },
    peer: { sample: () => perSecond(() => exploreTheWire({ seed: seed(), count: 1 })) },
  };
}

async function perSecond(run: () => Promise<{ readonly schedules: number }>): Promise<number> {
  const started = performance.now();
  const { schedules } = await run();
  return (schedules * 1000) / (performance.now() - started);
}
