import { secondsToMs } from '@cutover/ground';
import { plan } from '../../src';
import { aJournal, aWorld, NOW } from '../builder';

test('a plan that needs more of the world asks to look, and decides nothing', () => {
  const step = plan({ looks: new Set(['ends']) }, aJournal('PREFLIGHT'), NOW).step;
  expect(step).toEqual({ kind: 'look' });
});

test('a run that is done stays done, whatever the world has become and however late it is', () => {
  const world = aWorld({ source: undefined, target: undefined });
  expect(plan(world, aJournal('DONE'), NOW + secondsToMs(1e9)).step).toMatchObject({ kind: 'done' });
});
