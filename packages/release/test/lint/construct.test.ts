import ts from 'typescript';
import { constructOf } from '../../src/construct/construct';
import { typeOf } from '../../src/construct/types';

test.each([
  [{ type: 'string', pattern: 'x' }, 'string'],
  [{ type: 'integer' }, 'number'],
  [{ enum: ['a', 'b'] }, '"a" | "b"'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, 'readonly ("a" | "b")[]'],
  [{ $ref: '#/definitions/Tag' }, 'Tag'],
  [{ type: 'object', patternProperties: { '^.*$': { type: 'string' } } }, 'Readonly<Record<string, string>>'],
  [{ type: ['object', 'string'] }, 'unknown'],
  [
    { type: 'object', properties: { A: { type: 'boolean' }, B: { type: 'string' } }, required: ['A'] },
    '{ readonly A: boolean; readonly B?: string; }',
  ],
])('%j is %s', (schema, type) => {
  expect(typeOf(schema)).toBe(type);
});

const schema = {
  typeName: 'Acme::Demo::Greeting',
  definitions: { Tag: { type: 'object', properties: { Key: { type: 'string' } }, required: ['Key'] } },
  properties: {
    Id: { type: 'string' },
    Name: { type: 'string', description: 'Whom it greets. /* */' },
    Tags: { type: 'array', items: { $ref: '#/definitions/Tag' } },
    Hosts: { type: 'array', items: { type: 'string' } },
  },
  required: ['Name'],
  readOnlyProperties: ['/properties/Id', '/properties/Hosts'],
};

describe('a construct', () => {
  const { module, declaration } = constructOf(schema);

  test.each([
    ['module', module],
    ['declaration', declaration],
  ])('has a %s that TypeScript can read', (_what, text) => {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  });

  test('takes what templates set, and answers with what the type does', () => {
    expect(declaration).toContain('readonly Name: string;');
    expect(declaration).toContain('readonly Tags?: readonly Tag[];');
    expect(declaration).not.toMatch(/^ {2}readonly (Id|Hosts)/m);
    expect(declaration).toMatch(/readonly attrId: string;\n {2}readonly attrHosts: string\[\];/);
    expect(module).toContain("type: 'Acme::Demo::Greeting'");
  });
});
