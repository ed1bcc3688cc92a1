import { outcome } from '../world/cloud';
import { struckBy, write } from './struck';

test('before: a 5xx, and nothing happened', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.before');
  expect(outcome(write(world, source))).toBe('ServiceUnavailable 503');
  expect(source.config.Comment).toBe('');
});

test('before: with another status', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.before:status=500');
  expect(outcome(write(world, source))).toBe('ServiceUnavailable 500');
});
