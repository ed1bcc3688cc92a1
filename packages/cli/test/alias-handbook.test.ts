import { type Declaration, findInDeclaration, migrationOf, ways } from '@cutover/alias-migration';
import { type Block, describeHandbook } from './handbook';

const { blocks, firstCells } = describeHandbook(
  'alias-migration.md',
  'awscommunity-cloudfront-aliasmigration',
  ['Target', 'Source', 'Wave', 'Bypass', 'BypassRecord', 'Wildcard', 'Dns', 'Verification'],
);

test('the table of strategies has all of them, in the order in which AUTO prefers them', () => {
  expect(firstCells('strategy')).toEqual(Object.keys(ways));
});

test('the bounds that it states are those of the strategies', () => {
  const declared = { ...migrationOf(blocks[0] as unknown as Declaration, '310123456789') };
  const bounds = Object.values(ways).map((way) =>
    way.unservedSeconds({ ...declared, maxDowntimeSeconds: 1 }),
  );
  expect(bounds).toEqual([0, 0, 0, 1 + 2100]);
});

const named = blocks.map((block: Block) => [Object.keys(block).join(', '), block] as const);

test.each(named)('the type has nothing against the block of %s', (_, block) => {
  expect(findInDeclaration(migrationOf(block as unknown as Declaration, '310123456789'))).toBeUndefined();
});
