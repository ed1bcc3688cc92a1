import { advance } from '../../src/world/advance';
import { isDeployed } from '../../src/world/propagation';
import { aliases, outcome, update } from '../world/cloud';
import { struckBy, write } from './struck';

const timesAt = ({ world }: ReturnType<typeof struckBy>) =>
  world.edges.map(({ queue }) => queue.map(({ appliesAt }) => appliesAt));

test('split: one edge has it much later, the others when they should', () => {
  const usual = struckBy();
  const split = struckBy('cloudfront.UpdateDistribution.split:seconds=900');
  for (const { world, source } of [usual, split]) write(world, source);
  const late = timesAt(split).map(([at], edge) => at! - timesAt(usual)[edge]![0]!);
  expect(late.toSorted((one, other) => one - other)).toEqual([0, 0, 900_000]);
});

test('split: Deployed waits for that edge, and so does what comes after at it', () => {
  const struck = struckBy('cloudfront.UpdateDistribution.split:seconds=900');
  const { world, source } = struck;
  write(world, source, 'first');
  const lateAt = Math.max(...timesAt(struck).flat());
  write(world, source, 'second');
  expect(Math.max(...timesAt(struck).map(([, second]) => second!))).toBe(lateAt);
  advance(world, lateAt - 1);
  expect(isDeployed(world, source)).toBe(false);
});

test('split: a name that is free when its removal is deployed waits too', () => {
  const { world, source } = struckBy('cloudfront.UpdateDistribution.split:seconds=900');
  Object.assign(world, { knobs: { ...world.knobs, releaseAt: 'deployed' } });
  expect(outcome(update(world, source, { Aliases: aliases() }))).toBe('ok');
  expect(world.leavingAliases.get('a.example.com')?.freeAt).toBe(source.deployedAt);
});
