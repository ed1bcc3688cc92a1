import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';

const root = join(__dirname, '../../..');

export type Block = Readonly<Record<string, unknown>>;

/** A page that has every property of a type, and what a test may ask of it. */
export interface Handbook {
  /** Blocks of properties, as they stand below `Properties:` of a template. */
  readonly blocks: readonly Block[];
  /** The words in code of the first cells of a table whose first title is this. */
  firstCells(title: string): string[];
}

export function readHandbook(page: string): Handbook & { readonly text: string } {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  return {
    text,
    blocks: [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => parse(block) as Block),
    firstCells: (title) => {
      const [, table = ''] =
        new RegExp(`^\\| ${title} \\|.*\\n\\| ---.*\\n((?:\\|.*\\n)+)`, 'm').exec(text) ?? [];
      const cells = table.split('\n').map((line) => line.split('|')[1] ?? '');
      return cells.flatMap((cell) => Array.from(cell.matchAll(/`(\w+)`/g), ([, name = '']) => name));
    },
  };
}

/**
 * Holds a page to the schema of its type.
 * @param definitions those of which every member has to be in an example
 */
export function describeHandbook(page: string, type: string, definitions: readonly string[]): Handbook {
  const { text, ...handbook } = readHandbook(page);
  const { blocks, firstCells } = handbook;
  const schema = JSON.parse(readFileSync(join(root, type, `${type}.json`), 'utf8'));
  const readOnly = (schema.readOnlyProperties as string[]).map((pointer) =>
    pointer.replace('/properties/', ''),
  );
  const writable = Object.keys(schema.properties).filter((name) => !readOnly.includes(name));

  test('the table of properties has those of the schema, each once', () => {
    expect(firstCells('property').sort()).toEqual(writable.sort());
  });

  test('the table of attributes has those of the schema, each once', () => {
    expect(firstCells('attribute').sort()).toEqual(readOnly.sort());
  });

  test.each(writable)('%s has an example', (name) => {
    expect(blocks.some((block) => name in block)).toBe(true);
  });

  test.each(definitions)('every member of %s is in an example', (definition) => {
    const examples = JSON.stringify(blocks);
    for (const member of Object.keys(schema.definitions[definition].properties))
      expect(examples).toContain(`"${member}":`);
  });

  test.each(blocks.map((block) => [Object.keys(block).join(', '), block] as const))(
    'the block of %s is what the schema allows',
    (_, block) => {
      const { $schema: _meta, $id: _id, ...rules } = schema;
      const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(
        rules,
      );
      validate(block);
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test('links within the page lead somewhere', () => {
    const titles = Array.from(text.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const [, anchor] of text.matchAll(/\]\(#([\w-]+)\)/g)) expect(titles).toContain(anchor);
  });
  return handbook;
}
