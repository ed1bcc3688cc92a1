import { parseFault } from '../../src/faults/parse';
import { aliases, messageOf, namesOn, outcome, update } from '../world/cloud';
import { moveBy, setUp } from '../world/moving';

test('expired: the certificate runs out just before the call, and no new name is taken on it', () => {
  const { world, target } = setUp({});
  world.faults.push(parseFault('cloudfront.UpdateDistribution.expired'));
  const answered = update(world, target, { Aliases: aliases('c.example.com') });
  expect(outcome(answered)).toBe('InvalidViewerCertificate 400');
  expect(messageOf(answered)).toMatch(/expired on 2026-01-01/);
});

test('expired: what is on the distribution already stays', () => {
  const { world, source } = setUp({});
  world.faults.push(parseFault('cloudfront.UpdateDistribution.expired'));
  expect(outcome(update(world, source, { Comment: 'changed' }))).toBe('ok');
  expect(namesOn(source)).toEqual(['a.example.com', 'b.example.com']);
});

test.each(['AssociateAlias', 'UpdateDomainAssociation'] as const)(
  'expired: %s finds no certificate that covers the name',
  (operation) => {
    const { world } = setUp({});
    world.faults.push(parseFault(`cloudfront.${operation}.expired`));
    expect(outcome(moveBy(operation, world))).toBe('InvalidArgument 400');
  },
);

test('expired: it does not come back', () => {
  const { world, target } = setUp({});
  world.faults.push(parseFault('cloudfront.UpdateDistribution.expired'));
  const claim = () => outcome(update(world, target, { Aliases: aliases('c.example.com') }));
  expect([claim(), claim()]).toEqual(['InvalidViewerCertificate 400', 'InvalidViewerCertificate 400']);
});
