import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

const root = join(__dirname, '../../../..');
const handbook = readFileSync(join(root, 'docs/redirect-site.md'), 'utf8');
const type = 'awscommunity-redirect-site';
const schema = JSON.parse(readFileSync(join(root, type, `${type}.json`), 'utf8'));

/** Blocks of properties, as they stand below `Properties:` of a template. */
const blocks = [...handbook.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = '']) => parse(text) as Record<string, unknown>,
);

const readOnly = (schema.readOnlyProperties as string[]).map((pointer) =>
  pointer.replace('/properties/', ''),
);
const writable = Object.keys(schema.properties).filter((name) => !readOnly.includes(name));

/** The words in code of the first cells of a table whose first title is this. */
function firstCells(title: string): string[] {
  const [, table = ''] =
    new RegExp(`^\\| ${title} \\|.*\\n\\| ---.*\\n((?:\\|.*\\n)+)`, 'm').exec(handbook) ?? [];
  const cells = table.split('\n').map((line) => line.split('|')[1] ?? '');
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`(\w+)`/g), ([, name = '']) => name));
}

test('the table of properties has those of the schema, each once', () => {
  expect(firstCells('property').sort()).toEqual(writable.sort());
});

test('the table of attributes has those of the schema, each once', () => {
  expect(firstCells('attribute').sort()).toEqual(readOnly.sort());
});

test.each(writable)('%s has an example', (name) => {
  expect(blocks.some((block) => name in block)).toBe(true);
});

test.each(['RulesSource', 'Deployment', 'ExistingDistribution', 'HostedZone', 'Tag'])(
  'every member of %s is in an example',
  (definition) => {
    const { properties } = schema.definitions[definition] as { properties: object };
    const text = JSON.stringify(blocks);
    for (const member of Object.keys(properties)) expect(text).toContain(`"${member}":`);
  },
);

test.each(blocks.map((block) => [Object.keys(block).join(', '), block] as const))(
  'the block of %s is what the schema allows',
  (_, block) => {
    const { $schema: _meta, $id: _id, ...rules } = schema;
    const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(rules);
    validate(block);
    expect(validate.errors ?? []).toEqual([]);
  },
);

test('links within the page lead somewhere', () => {
  const titles = Array.from(handbook.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  );
  for (const [, anchor] of handbook.matchAll(/\]\(#([\w-]+)\)/g)) expect(titles).toContain(anchor);
});
