import { next, type Road, type Stop } from '../src';

const road: Road = {
  once: ['ADDING_WILDCARD', 'CANARY'],
  eachWave: ['RELEASING', 'VERIFYING', 'BAKING'],
  last: ['MOVING_DNS', 'CLAIMING'],
};

/** All stops of a run, from the locks to the settling. */
function stopsOf(waveCount: number, of: Road = road): string[] {
  const stops: string[] = [];
  let stop: Stop | undefined = { phase: 'LOCKING', wave: 0 };
  while (true) {
    stop = next(of, stop, waveCount);
    if (!stop) return stops;
    stops.push(`${stop.phase} ${stop.wave}`);
  }
}

test('with one wave the road is walked once', () => {
  expect(stopsOf(1)).toEqual([
    'ADDING_WILDCARD 0',
    'CANARY 0',
    'RELEASING 0',
    'VERIFYING 0',
    'BAKING 0',
    'MOVING_DNS 0',
    'CLAIMING 0',
  ]);
});

test('every wave is released, verified and baked before the next; what is for all comes once', () => {
  expect(stopsOf(3)).toEqual([
    'ADDING_WILDCARD 0',
    'CANARY 0',
    ...[0, 1, 2].flatMap((wave) => [`RELEASING ${wave}`, `VERIFYING ${wave}`, `BAKING ${wave}`]),
    'MOVING_DNS 2',
    'CLAIMING 2',
  ]);
});

test('a road that ends with its waves ends after the last of them', () => {
  expect(stopsOf(2, { once: [], eachWave: ['MOVING_ALIASES'], last: [] })).toEqual([
    'MOVING_ALIASES 0',
    'MOVING_ALIASES 1',
  ]);
});
