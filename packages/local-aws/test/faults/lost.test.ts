import { outcome } from '../world/cloud';
import { struckBy, write } from './struck';

test('lost: the effect happens, and no answer comes', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.lost@2');
  expect(outcome(write(world, source, 'first'))).toBe('ok');
  expect(outcome(write(world, source, 'second'))).toBe('silence');
  expect(source.config.Comment).toBe('second');
  expect(world.calls.map((call) => [call.outcome, call.fault])).toEqual([
    ['ok', undefined],
    ['ok', 'cloudfront.UpdateDistribution.lost'],
  ]);
});
