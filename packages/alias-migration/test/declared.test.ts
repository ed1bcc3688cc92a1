import { findInDeclaration, type Migration } from '../src';
import { aMigration } from './builder';

const source = aMigration().source;

test.each<[string, Partial<Migration>, string]>([
  [
    'a target that is the source',
    { target: { distributionId: source.distributionId } },
    'Target.DistributionId',
  ],
  [
    'a source in another account without a role',
    { source: { ...source, roleArn: undefined } },
    'Source.RoleArn',
  ],
  ['RELEASE without a zone to look at', { deletionBehavior: 'RELEASE', dns: undefined }, 'DeletionBehavior'],
])('%s is found before any call', (_words, changes, property) => {
  expect(findInDeclaration(aMigration(changes))).toMatchObject({ property });
});

test('a sound declaration has no finding', () => {
  expect(findInDeclaration(aMigration())).toBeUndefined();
});
