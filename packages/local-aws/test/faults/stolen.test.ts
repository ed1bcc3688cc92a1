import { routeTo } from '../../src/edge/route';
import { parseFault } from '../../src/faults/parse';
import { advance } from '../../src/world/advance';
import { holderOf } from '../../src/world/cloudfront/registry';
import { aliases, messageOf, namesOn, outcome, sourceAccount, startedAt, update } from '../world/cloud';
import { moveBy, setUp } from '../world/moving';

test('stolen: a stranger has the free name just before it is claimed', () => {
  const { world, target } = setUp({});
  world.faults.push(parseFault('cloudfront.UpdateDistribution.stolen'));
  const answered = update(world, target, { Aliases: aliases('c.example.com') });
  expect(outcome(answered)).toBe('CNAMEAlreadyExists 409');
  expect(messageOf(answered)).toMatch(/associated with a different resource/);
  expect(holderOf(world, 'c.example.com')?.accountId).toBe('999999999999');
});

test('stolen: the edges serve it from there when they have it', () => {
  const { world, target } = setUp({ target: { aliases: ['*.example.com'] } });
  world.faults.push(parseFault('cloudfront.UpdateDistribution.stolen'));
  update(world, target, { Aliases: aliases('*.example.com', 'c.example.com') });
  expect(world.edges.map((edge) => routeTo(edge, 'c.example.com')?.distributionId)).toEqual(
    world.edges.map(() => 'ETARGET'),
  );
  advance(world, startedAt + 60_000);
  const thief = holderOf(world, 'c.example.com')!.id;
  expect(world.edges.map((edge) => routeTo(edge, 'c.example.com')?.distributionId)).toEqual(
    world.edges.map(() => thief),
  );
});

test('stolen: nobody can take by force what is held, or what a call keeps', () => {
  const { world, source } = setUp({});
  world.faults.push(parseFault('cloudfront.UpdateDistribution.stolen'));
  expect(outcome(update(world, source, { Comment: 'changed' }))).toBe('ok');
  expect(namesOn(source)).toEqual(['a.example.com', 'b.example.com']);
});

test('stolen: a name that is to be moved has gone to another distribution of its account', () => {
  const { world, target } = setUp({});
  world.faults.push(parseFault('cloudfront.UpdateDomainAssociation.stolen'));
  expect(outcome(moveBy('UpdateDomainAssociation', world))).toBe('ok');
  expect(world.ownerHistory.filter(({ alias }) => alias === 'a.example.com')).toHaveLength(3);
  expect(namesOn(target)).toEqual(['a.example.com']);
  expect([...world.distributions.values()].map(({ accountId }) => accountId)).toEqual([
    sourceAccount,
    sourceAccount,
    sourceAccount,
  ]);
});
