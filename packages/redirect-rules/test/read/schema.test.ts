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
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });

  test('is one, by the draft that it names', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test('describes every key', () => {
    const named = Object.entries({ '': schema as unknown as Definition, ...definitions });
    const silent = named.flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, value]) => !('description' in resolved(value)))
        .map(([key]) => `${name}.${key}`),
    );
    expect(silent).toEqual([]);
  });

  const examples = Object.entries(definitions).flatMap(([name, definition]) =>
    ((definition as { examples?: unknown[] }).examples ?? []).map((example) => [name, example] as const),
  );
  test.each(examples)('takes its own example of %s: %j', (name, example) => {
    ajv.getSchema(schema.$id) ?? ajv.addSchema(schema);
    const validate = ajv.getSchema(`${schema.$id}#/definitions/${name}`)!;
    expect({ isValid: validate(example), errors: validate.errors }).toEqual({ isValid: true, errors: null });
  });
});
