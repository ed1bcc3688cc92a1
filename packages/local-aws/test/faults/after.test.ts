import { outcome, update } from '../world/cloud';
import { struckBy, write } from './struck';

test('after: a 5xx, although the effect happened, and the log knows', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.after');
  expect(outcome(write(world, source))).toBe('InternalFailure 500');
  expect(source.config.Comment).toBe('changed');
  expect(world.calls).toMatchObject([
    { outcome: 'ok', etag: source.etag, fault: 'cloudfront.UpdateDistribution.after' },
  ]);
});

test('after: a call that was refused keeps its own error', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.after');
  expect(outcome(update(world, source, {}, 'ESTALE'))).toBe('PreconditionFailed 412');
});
