import { struckBy, write } from './struck';

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
