import { advance, nextChangeAt } from '../../src/world/advance';
import { likelyKnobs } from '../../src/world/knobs';
import { isDeployed } from '../../src/world/propagation';
import { submitRecords } from '../../src/world/route53/publish';
import { aliases, cname, emptyCloud, existing, startedAt, update, zoneWith } from './cloud';

const twoNames = ['a.example.com', 'b.example.com'];

test('each edge takes up a configuration after its own delay, within the knobs', () => {
  const world = emptyCloud();
  update(world, existing(world, { id: 'E1', aliases: twoNames }), { Aliases: aliases() });
  const delays = world.edges.map((edge) => (edge.queue[0]!.appliesAt - startedAt) / 1000);
  const [least, most] = likelyKnobs.edgeDelaySeconds;
  expect(delays.every((delay) => delay >= least && delay <= most)).toBe(true);
  expect(new Set(delays).size).toBe(delays.length);
});

test('no edge ever takes a newer configuration before an older one', () => {
  const world = emptyCloud();
  const distribution = existing(world, { id: 'E1', aliases: twoNames });
  for (let n = 0; n < 20; n++) {
    update(world, distribution, { Comment: `change ${n}` });
    advance(world, world.now + 1000);
  }
  for (const { queue } of world.edges) {
    const times = queue.map(({ appliesAt }) => appliesAt);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(queue.map(({ number }) => number)).toEqual(
      [...queue.map(({ number }) => number)].sort((a, b) => a - b),
    );
  }
});

test('an edge serves the old configuration until the instant of its entry', () => {
  const world = emptyCloud();
  const distribution = existing(world, { id: 'E1', aliases: twoNames });
  update(world, distribution, { Comment: 'new' });
  const [edge] = world.edges;
  const { appliesAt } = edge!.queue[0]!;
  advance(world, appliesAt - 1);
  expect(edge!.serving.get('E1')?.config.Comment).toBe('');
  advance(world, appliesAt);
  expect(edge!.serving.get('E1')?.config.Comment).toBe('new');
});

test('deployed means: on all modelled edges, and the rest of the world has had its time', () => {
  const world = emptyCloud();
  const distribution = existing(world, { id: 'E1', aliases: twoNames });
  update(world, distribution, { Comment: 'new' });
  const lastEdge = Math.max(...world.edges.map((edge) => edge.queue[0]!.appliesAt));
  const [least, most] = likelyKnobs.deployTailSeconds;
  const tailSeconds = (distribution.deployedAt - lastEdge) / 1000;
  expect(tailSeconds).toBeGreaterThanOrEqual(least);
  expect(tailSeconds).toBeLessThanOrEqual(most);
  advance(world, lastEdge);
  expect(isDeployed(world, distribution)).toBe(false);
  advance(world, distribution.deployedAt);
  expect(isDeployed(world, distribution)).toBe(true);
});

test('the next change is the earliest of edges and name servers, and none in a world at rest', () => {
  const world = emptyCloud({ publishLagSeconds: [1, 1] });
  const zone = zoneWith(world, []);
  const distribution = existing(world, { id: 'E1', aliases: twoNames });
  expect(nextChangeAt(world)).toBeUndefined();
  update(world, distribution, { Comment: 'new' });
  const firstEdge = Math.min(...world.edges.map((edge) => edge.queue[0]!.appliesAt));
  expect(nextChangeAt(world)).toBe(firstEdge);
  submitRecords(world, zone, [cname('a.example.com.', 'x.example.net')]);
  expect(nextChangeAt(world)).toBe(startedAt + 1000);
  advance(world, startedAt + 1000);
  expect(zone.published).toEqual([cname('a.example.com.', 'x.example.net')]);
  advance(world, startedAt + 60_000);
  expect(nextChangeAt(world)).toBeUndefined();
});

test('time never goes back', () => {
  const world = emptyCloud();
  advance(world, startedAt + 1000);
  advance(world, startedAt);
  expect(world.now).toBe(startedAt + 1000);
});

test('the same seed gives the same ids, ETags and delays', () => {
  const run = () => {
    const world = emptyCloud();
    update(world, existing(world, { id: 'E1', aliases: twoNames }), { Aliases: aliases() });
    return [world.distributions.get('E1')?.etag, world.edges.map((edge) => edge.queue[0]?.appliesAt)];
  };
  expect(run()).toEqual(run());
});
