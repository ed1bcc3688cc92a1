import { parseFault } from '../../src/faults/parse';
import { advance } from '../../src/world/advance';
import { ask, namesOn, outcome, startedAt, targetAccount } from '../world/cloud';
import { across, setUp } from '../world/moving';
import { struckBy, write } from './struck';

test('overtaken: another writer is faster, and If-Match is stale', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.overtaken');
  const { etag, config } = source;
  expect(outcome(write(world, source))).toBe('PreconditionFailed 412');
  expect(source.etag).not.toBe(etag);
  expect(source.config).toEqual(config);
  expect(source.deployedAt).toBeGreaterThan(world.now);
  expect(world.calls).toMatchObject([
    { outcome: 'PreconditionFailed', fault: 'cloudfront.UpdateDistribution.overtaken' },
  ]);
});

test('overtaken: who looks again and tries again has its way', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.overtaken');
  write(world, source);
  advance(world, startedAt + 1000);
  expect(outcome(write(world, source))).toBe('ok');
});

test('overtaken: a move is refused only if it says what it has seen', () => {
  const move = (ifMatch: boolean) => {
    const { world, target } = setUp({});
    world.faults.push(parseFault('cloudfront.UpdateDomainAssociation.overtaken'));
    const answered = ask(world, 'UpdateDomainAssociation', {
      Domain: 'a.example.com',
      TargetResource: { DistributionId: 'ETARGET' },
      ...(ifMatch && { IfMatch: target.etag }),
    });
    return [outcome(answered), namesOn(target)];
  };
  expect(move(true)).toEqual(['PreconditionFailed 412', []]);
  expect(move(false)).toEqual(['ok', ['a.example.com']]);
});

test('overtaken: a distribution that is not there stays that', () => {
  const { world } = setUp(across);
  world.faults.push(parseFault('cloudfront.UpdateDistribution.overtaken'));
  expect(
    outcome(ask(world, 'UpdateDistribution', { Id: 'ENONE', DistributionConfig: {} }, targetAccount)),
  ).toBe('NoSuchDistribution 404');
});
