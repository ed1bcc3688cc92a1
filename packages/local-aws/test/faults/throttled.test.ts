import { parseFault } from '../../src/faults/parse';
import { answer } from '../../src/world/gate';
import { administrator, emptyCloud, messageOf, outcome, sourceAccount } from '../world/cloud';
import { struckBy, write } from './struck';

test('throttled: refused with Rate exceeded, nothing happens', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.throttled');
  const etag = source.etag;
  const answered = write(world, source);
  expect([outcome(answered), messageOf(answered)]).toEqual(['Throttling 400', 'Rate exceeded']);
  expect(source.etag).toBe(etag);
  expect(outcome(write(world, source))).toBe('ok');
});

test('throttled: services that speak JSON name it otherwise', () => {
  const world = emptyCloud();
  world.faults.push(parseFault('ssm.GetParameter.throttled'));
  const answered = answer(world, {
    service: 'ssm',
    operation: 'GetParameter',
    input: { Name: '/a' },
    caller: administrator(sourceAccount),
    actor: 'handler',
    into: 0,
  });
  expect(outcome(answered)).toBe('ThrottlingException 400');
});
