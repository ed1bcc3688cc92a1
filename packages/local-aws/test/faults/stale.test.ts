import type { GetDistributionResult } from '@aws-sdk/client-cloudfront';
import { advance } from '../../src/world/advance';
import { outcome, startedAt, told, update } from '../world/cloud';
import { read, struckBy, write } from './struck';

const seen = (answered: ReturnType<typeof read>) => {
  const { Distribution, ETag } = told<GetDistributionResult>(answered);
  return [Distribution?.DistributionConfig?.Comment, ETag];
};

test('stale: a read answers configuration and ETag from before the last write', () => {
  const { world, source } = struckBy('cloudfront.GetDistribution.stale@1x2');
  const former = ['', source.etag];
  write(world, source);
  expect(seen(read(world))).toEqual(former);
  expect(seen(read(world))).toEqual(former);
  expect(seen(read(world))).toEqual(['changed', source.etag]);
});

test('stale: a write on what was read is refused', () => {
  const { world, source } = struckBy('cloudfront.GetDistributionConfig.stale');
  write(world, source);
  const { ETag } = told<GetDistributionResult>(read(world, 'GetDistributionConfig'));
  expect(outcome(update(world, source, { Comment: 'again' }, ETag))).toBe('PreconditionFailed 412');
});

test('stale: for a while only', () => {
  const { world, source } = struckBy('cloudfront.GetDistribution.stale@1x9:seconds=10');
  write(world, source);
  advance(world, startedAt + 9_999);
  expect(seen(read(world))[0]).toBe('');
  advance(world, startedAt + 10_000);
  expect(seen(read(world))[0]).toBe('changed');
});

test('stale: before any write there is nothing older', () => {
  const { world, source } = struckBy('cloudfront.GetDistribution.stale');
  expect(seen(read(world))).toEqual(['', source.etag]);
});
