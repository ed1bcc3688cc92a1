import { describeFaults, listFaults } from '../../src/faults/listing';
import { FaultError, faultAt, parseFault } from '../../src/faults/parse';
import { outcome } from '../world/cloud';
import { read, struckBy, write } from './struck';

describe('a fault is written', () => {
  test.each([
    ['cloudfront.UpdateDistribution.lost', { point: 'cloudfront.UpdateDistribution.lost', nth: 1, times: 1 }],
    ['cloudfront.UpdateDistribution.lost@2', { nth: 2, times: 1 }],
    ['ssm.*.throttled@1x5', { point: 'ssm.*.throttled', nth: 1, times: 5 }],
    ['cloudfront.UpdateDistribution.slow@3:seconds=900', { nth: 3, settings: { seconds: 900 } }],
    ['*.*.before:status=500', { settings: { status: 500 } }],
    ['handler.kill.during@7', { point: 'handler.kill.during', nth: 7 }],
  ])('%s', (text, expected) => {
    expect(parseFault(text)).toMatchObject({ ...expected, seen: 0 });
  });
});

describe('a fault that cannot be is refused, with what there is', () => {
  test.each([
    ['lost', /write service\.Operation\.kind@N/],
    ['cloudfront.UpdateDistribution.lost@', /Cannot read the fault/],
    [
      'cloudfront.UpdateDistribution.lots',
      /There is service\.Operation\.throttled, .*handler\.kill\.after\./,
    ],
    ['handler.kill.soon', /handler\.kill\.before/],
    ['cloudfront.UpdateDistributon.lost', /no operation that it can strike: .*UpdateDistribution/],
    [
      'cloudfrond.UpdateDistribution.lost',
      /no service that it can strike: .*cloudfront, .*route53, acm, s3, .*ssm, sts/,
    ],
    [
      'cloudfront.UpdateDistribution.stale',
      /no operation that it can strike: GetDistribution, GetDistributionConfig/,
    ],
    [
      'ssm.GetParameter.slow',
      /no service that it can strike: cloudfront, cloudfront-keyvaluestore, route53\./,
    ],
    ['cloudfront.UpdateDistribution.slow:minutes=5', /no setting "minutes"\. Its settings: seconds/],
    ['cloudfront.UpdateDistribution.lost:seconds=5', /Its settings: none/],
    ['cloudfront.UpdateDistribution.slow:seconds', /Write name=value/],
    ['cloudfront.UpdateDistribution.lost@0', /both count from 1/],
  ])('%s', (text, message) => {
    expect(() => parseFault(text)).toThrow(FaultError);
    expect(() => parseFault(text)).toThrow(message);
  });
});

test('a fault from its parts is checked like one that is written', () => {
  expect(faultAt({ point: 'cloudfront.UpdateDistribution.lost' })).toEqual(
    parseFault('cloudfront.UpdateDistribution.lost'),
  );
  expect(() => faultAt({ point: 'nothing' })).toThrow(FaultError);
});

describe('the list of faults', () => {
  test('has one line per kind for help texts, with its settings', () => {
    expect(describeFaults().split('\n')).toHaveLength(14);
    expect(describeFaults()).toContain('(seconds=300)');
  });

  test.each(listFaults().map((fault) => [fault.point, fault] as const))(
    'says of %s in one sentence what happens, and where it strikes',
    (_point, { sentence, strikes }) => {
      expect(sentence).toMatch(/^[A-Z][^.]*\.$|^[A-Z].*: [^.]*\.$/);
      expect(strikes).not.toEqual([]);
    },
  );
});

describe('a fault strikes', () => {
  test('from its call on, as often as it says, counting only what it matches', () => {
    const { world, source } = struckBy('cloudfront.UpdateDistribution.before@2x2');
    const outcomes = Array.from({ length: 4 }, () => {
      read(world);
      return outcome(write(world, source));
    });
    expect(outcomes).toEqual(['ok', 'ServiceUnavailable 503', 'ServiceUnavailable 503', 'ok']);
  });

  test('any operation under *', () => {
    const { world } = struckBy('cloudfront.*.throttled');
    expect(outcome(read(world))).toBe('Throttling 400');
  });

  test('together with others: slow and lost', () => {
    const { world, source } = struckBy(
      'cloudfront.UpdateDistribution.slow',
      'cloudfront.UpdateDistribution.lost',
    );
    expect(outcome(write(world, source))).toBe('silence');
    expect(source.deployedAt - world.now).toBeGreaterThan(300_000);
    expect(world.calls[0]?.fault).toBe(
      'cloudfront.UpdateDistribution.slow, cloudfront.UpdateDistribution.lost',
    );
  });
});
