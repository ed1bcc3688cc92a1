import { join } from 'node:path';
import Ajv from 'ajv';
import ts from 'typescript';
import schema from '../../src/schema/redirect-rules.schema.json';

/** A type of the author's form in TypeScript, and the same thing in the schema. */
const pairs: readonly (readonly [type: string, definition: string])[] = [
  ['AuthorFile', ''],
  ['AuthorSite', 'Site'],
  ['AuthorRule', 'Rule'],
  ['AuthorMatch', 'Match'],
  ['AuthorTextRegex', 'TextMatch'],
  ['AuthorUnmatched', 'Unmatched'],
  ['AuthorSiteDefaults', 'SiteDefaults'],
  ['AuthorDefaults', 'Defaults'],
  ['AuthorBody', 'Body'],
  ['AuthorHsts', 'Hsts'],
  ['AuthorPolicy', 'Policy'],
  ['AuthorTest', 'Test'],
  ['AuthorExpectation', 'Expectation'],
];

const file = join(__dirname, '../../src/read/author.ts');
const program = ts.createProgram([file], { strict: true, noEmit: true });
const checker = program.getTypeChecker();
const declared = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!);

interface Definition {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Definition;
  readonly not?: { readonly const: unknown };
  readonly additionalProperties?: boolean | Definition;
  readonly $ref?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[];
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Definition>>;
const definitionOf = (name: string): Definition =>
  name === '' ? (schema as unknown as Definition) : definitions[name]!;
const resolved = (definition: Definition): Definition =>
  definition.$ref === undefined ? definition : definitions[definition.$ref.split('/').pop()!]!;

/** What TypeScript lets a value be, in the schema's words. */
function wordsOfType(type: ts.Type): string[] {
  const members = type.isUnion() ? type.types : [type];
  const words = members.flatMap((member): string[] => {
    if (member.flags & ts.TypeFlags.Undefined) return [];
    if (member.isStringLiteral() || member.isNumberLiteral()) return [JSON.stringify(member.value)];
    if (member.flags & ts.TypeFlags.BooleanLiteral) return [checker.typeToString(member)];
    if (member.flags & ts.TypeFlags.String) return ['string'];
    if (member.flags & ts.TypeFlags.Number) return ['number'];
    return [
      checker.isArrayType(member) || checker.typeToString(member).startsWith('readonly') ? 'array' : 'object',
    ];
  });
  return [...new Set(words)].sort();
}

function wordsOfSchema(reference: Definition): string[] {
  const definition = resolved(reference);
  if (definition.enum !== undefined) return definition.enum.map((value) => JSON.stringify(value)).sort();
  const words = [definition.type ?? []].flat().flatMap((type) => {
    if (type === 'boolean') return definition.not?.const === true ? ['false'] : ['false', 'true'];
    return [type === 'integer' ? 'number' : type];
  });
  return words.sort();
}

describe('the schema for editors and the form in TypeScript', () => {
  test('know the same things', () => {
    const containers = Object.entries(definitions).flatMap(([name, { properties }]) =>
      properties ? [name] : [],
    );
    expect(pairs.map(([, definition]) => definition).sort()).toEqual(['', ...containers].sort());
  });

  test.each(pairs)('%s: the same keys, of the same types, wanted or not', (name, definition) => {
    const type = checker.getDeclaredTypeOfSymbol(declared.find((symbol) => symbol.name === name)!);
    const keys = type.getProperties().filter((key) => key.name !== 'comment');
    const ours = keys.map((key) => ({
      key: key.name,
      isRequired: (key.flags & ts.SymbolFlags.Optional) === 0,
      is: wordsOfType(checker.getTypeOfSymbol(key)),
    }));
    const { properties = {}, required = [], additionalProperties } = definitionOf(definition);
    const theirs = Object.entries(properties).map(([key, value]) => ({
      key,
      isRequired: required.includes(key),
      is: wordsOfSchema(value),
    }));
    const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
    expect(ours.sort(byKey)).toEqual(theirs.sort(byKey));
    expect(additionalProperties).toBe(false);
  });
});

describe('the schema', () => {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, keywords: ['defaultSnippets'] });
  ajv.addSchema(schema);
  const errorsOf = (path: string, value: unknown) => {
    const validate = ajv.getSchema(`${schema.$id}#${path}`)!;
    validate(value);
    return validate.errors ?? [];
  };
  /** Every schema within, with the JSON pointer to it. */
  const within = Object.entries({ '': schema as unknown as Definition, ...definitions }).flatMap(
    ([name, definition]): (readonly [path: string, definition: Definition])[] => {
      const path = name === '' ? '' : `/definitions/${name}`;
      const members = Object.entries(definition.properties ?? {});
      return [
        [path, definition],
        ...members.map(([key, value]) => [`${path}/properties/${key}`, value] as const),
      ];
    },
  );

  test('is one, by the draft that it names and strictly', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(errorsOf('', { $schema: './redirect-rules.schema.json', Sites: [] })).toEqual([]);
  });

  test('describes every key for whoever points at it', () => {
    const silent = within.filter(([, definition]) => !/\.$/.test(resolved(definition).description ?? ''));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  test('shows for every key what may be written: values, examples, or what holds without it', () => {
    const bare = within.filter(([path, definition]) => {
      const { enum: values, examples, default: absent, type } = resolved(definition);
      return path !== '' && !values && !examples && absent === undefined && type !== 'boolean';
    });
    expect(bare.map(([path]) => path)).toEqual([]);
  });

  const examples = within.flatMap(([path, { examples: all = [] }]) =>
    all.map((example) => [path, example] as const),
  );
  test.each(examples)('takes its own example of %s: %j', (path, example) => {
    expect(errorsOf(path, example)).toEqual([]);
  });

  const snippets = within.flatMap(([path, { defaultSnippets = [] }]) =>
    defaultSnippets.map(({ label, body }) => [path, label, body] as const),
  );
  test.each(snippets)('completes %s with %s: it is taken as it comes', (path, _, body) => {
    // What the editor leaves when nothing is typed over the places: ${1:text} is text, and \\$ a dollar sign.
    const filled = JSON.stringify(body)
      .replace(/\$\{\d+:((?:\\\\\$|[^}])*)\}/g, '$1')
      .replaceAll('\\\\$', '$');
    expect(errorsOf(path, JSON.parse(filled))).toEqual([]);
  });
});
