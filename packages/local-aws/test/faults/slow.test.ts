import { advance } from '../../src/world/advance';
import { pointTo, publishedFor, struckBy, write, zoneIn } from './struck';

const timesOf = ({ world, source }: ReturnType<typeof struckBy>) => {
  write(world, source, 'first');
  write(world, source, 'second');
  return {
    edges: world.edges.map(({ queue }) => queue.map(({ appliesAt }) => appliesAt)),
    deployedAt: source.deployedAt,
  };
};

test('slow: every edge has it later, and Deployed comes later, by as much', () => {
  const usual = timesOf(struckBy());
  const slowed = timesOf(struckBy('cloudfront.UpdateDistribution.slow@2:seconds=900'));
  expect(slowed.deployedAt - usual.deployedAt).toBe(900_000);
  expect(slowed.edges).toEqual(usual.edges.map(([first, second]) => [first, second! + 900_000]));
});

test('slow: the name servers answer a change of records later, and INSYNC comes with them', () => {
  const { world } = struckBy('route53.ChangeResourceRecordSets.slow@2:seconds=600');
  const zone = zoneIn(world);
  pointTo(world, 'first.example.net');
  const usual = zone.pending[0]!.appliesAt;
  pointTo(world, 'second.example.net');
  advance(world, usual + 599_000);
  expect(publishedFor(zone)).toBe('first.example.net');
  advance(world, usual + 700_000);
  expect(publishedFor(zone)).toBe('second.example.net');
  expect([...world.changes.values()].every(({ insyncAt }) => insyncAt <= world.now)).toBe(true);
});
