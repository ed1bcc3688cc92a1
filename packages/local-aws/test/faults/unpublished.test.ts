import { advance, nextChangeAt } from '../../src/world/advance';
import { changeInfo } from '../../src/world/route53/publish';
import { outcome, startedAt } from '../world/cloud';
import { pointTo, publishedFor, struckBy, zoneIn } from './struck';

const dayMs = 86_400_000;

test('unpublished: the change is accepted, and the name servers never hear of it', () => {
  const { world } = struckBy('route53.ChangeResourceRecordSets.unpublished');
  const zone = zoneIn(world);
  expect(outcome(pointTo(world, 'new.example.net'))).toBe('ok');
  expect(nextChangeAt(world)).toBeUndefined();
  advance(world, startedAt + 30 * dayMs);
  expect(publishedFor(zone)).toBe('old.example.net');
  expect([...world.changes.values()].map((change) => changeInfo(world, change).Status)).toEqual(['PENDING']);
});

test('unpublished: the next change of the zone brings everything along', () => {
  const { world } = struckBy('route53.ChangeResourceRecordSets.unpublished');
  const zone = zoneIn(world);
  pointTo(world, 'new.example.net');
  pointTo(world, 'newer.example.net');
  advance(world, startedAt + dayMs);
  expect(publishedFor(zone)).toBe('newer.example.net');
});

test('unpublished: a refused change takes nothing with it', () => {
  const { world } = struckBy('route53.ChangeResourceRecordSets.unpublished@2');
  const zone = zoneIn(world);
  pointTo(world, 'new.example.net');
  expect(outcome(pointTo(world, ''))).not.toBe('ok');
  advance(world, startedAt + dayMs);
  expect(publishedFor(zone)).toBe('new.example.net');
});
