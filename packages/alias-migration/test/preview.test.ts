import { checks, preview } from '../src';
import { aJournal, aMigration, aSource, aWorld, NOW } from './builder';

const journal = aJournal('PREFLIGHT');

function seen(observed = aWorld(), of = journal) {
  const found = preview(of, observed, NOW);
  if (found.kind !== 'seen') throw new Error(`absent: ${found.property}`);
  return found;
}

test('every check is named, whether it holds or not', () => {
  expect(seen().checks.map(({ check }) => check)).toEqual(Object.keys(checks));
});

test('in a sound world every check holds', () => {
  expect(seen().checks.filter(({ finding }) => finding)).toEqual([]);
});

test('a check that does not hold says what was found and the way out', () => {
  const holdingOne = aWorld({ source: aSource({ aliases: ['a.example.com'] }) });
  const failed = seen(holdingOne).checks.filter(({ finding }) => finding);
  expect(failed).toContainEqual(
    expect.objectContaining({
      check: 'sourceHoldsTheNames',
      finding: expect.objectContaining({ property: 'Aliases', remedy: expect.any(String) }),
    }),
  );
});

test('the steps across accounts are those of the wildcard, each with its way back', () => {
  const { strategy, why, steps } = seen();
  expect({ strategy, why }).toEqual({
    strategy: 'WILDCARD',
    why: expect.stringContaining('accounts differ'),
  });
  expect(steps.map(({ phase }) => phase)).toEqual([
    'ADDING_WILDCARD',
    'CANARY',
    'RELEASING',
    'VERIFYING',
    'MOVING_DNS',
    'CLAIMING',
  ]);
  expect(steps.every(({ fromHere }) => fromHere.how.length > 0)).toBe(true);
});

test('within one account the names move in one step', () => {
  const migration = aMigration({ source: { distributionId: 'E1111111SOURCE', accountId: '310123456789' } });
  const { strategy, steps } = seen(aWorld(), { ...journal, migration });
  expect(strategy).toBe('ATOMIC');
  expect(steps.slice(0, 2)).toMatchObject([
    { phase: 'ATTACHING', fromHere: { how: expect.stringMatching(/^Give .* all the time\.$/) } },
    { phase: 'MOVING_ALIASES', fromHere: { short: expect.any(String) } },
  ]);
});

test.each([
  ['target', 'Target.DistributionId', 'E2222222TARGET'],
  ['source', 'Source.DistributionId', 'E1111111SOURCE'],
] as const)('a %s that is not there is told by its property', (side, property, distributionId) => {
  expect(preview(journal, aWorld({ [side]: undefined }), NOW)).toEqual({
    kind: 'absent',
    property,
    distributionId,
  });
});
