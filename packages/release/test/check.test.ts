import { exportProblems, exportsIn } from '../src/check/exports';
import { schemaProblems } from '../src/check/schema-rules';
import { versionProblems } from '../src/check/version-rules';
import { main } from '../src/main';
import { recordingIo, root } from './workbench';

describe('names of exports in inputs', () => {
  const rows: [string, string, string[] | undefined, string | undefined][] = [
    ['one that a stack exports', '{"A": "{{Type:Name-1}}"}', ['Type:Name-1'], undefined],
    ['one with an underscore', '{"A": "{{Type_Name}}"}', ['Type_Name'], 'is left as it is by cfn test'],
    ['one with a dot', '{"A": "{{Type.Name}}"}', undefined, 'is left as it is by cfn test'],
    ['one that no stack exports', '{"A": "{{Other}}"}', ['Name'], 'no stack exports Other'],
    ['one of stacks that nobody has looked at', '{"A": "{{Other}}"}', undefined, undefined],
    ['none at all', '{"A": "b"}', [], undefined],
  ];
  test.each(rows)('%s', (_sentence, text, exported, words) => {
    const [problem] = exportProblems({ 'inputs/inputs_1_create.json': text }, exported);
    if (words === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(words);
  });

  test('are told once, with their file', () => {
    const problems = exportProblems({ 'inputs/a.json': '{{A_B}} {{A_B}}' }, undefined);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^inputs\/a\.json: \{\{A_B\}\}/);
  });

  test('of a template are known as long as they are written out', () => {
    const output = (Name: unknown) => ({ Value: 'x', Export: { Name } });
    expect(exportsIn({ Outputs: { A: output('a'), B: { Value: 'x' } } })).toEqual(['a']);
    expect(exportsIn({ Outputs: { A: output({ Ref: 'Name' }) } })).toBeUndefined();
  });
});

describe('a schema that cfn validate lets through is refused', () => {
  const sound = {
    documentationUrl: 'https://example.com',
    properties: { Id: {} },
    primaryIdentifier: ['/properties/Id'],
    readOnlyProperties: ['/properties/Id'],
    handlers: { read: { permissions: ['ssm:GetParameter'] } },
    tagging: { taggable: false },
  };
  test.each([
    ['without documentation', { documentationUrl: undefined }, 'documentationUrl is missing'],
    ['with an identifier that may change', { readOnlyProperties: [] }, 'must be read-only or create-only'],
    ['with a read-only property that is required', { required: ['Id'] }, 'cannot be create-only'],
    [
      'with a star in its permissions',
      { handlers: { read: { permissions: ['ssm:*'] } } },
      'name the actions',
    ],
    ['without a word of tags', { tagging: undefined }, 'tagging is missing'],
    ['too large', { description: 'x'.repeat(61 * 1024) }, '60 KiB'],
  ])('%s', (_what, change, words) => {
    expect(schemaProblems(sound)).toEqual([]);
    expect(schemaProblems({ ...sound, ...change }).join()).toContain(words);
  });
});

describe('the version in package.json', () => {
  const schema = { typeName: 'A::B::C', properties: { Id: { type: 'string' } } };
  const released = { tag: 'release-1.4.0', version: '1.4.0', schema };
  const grown = { ...schema, properties: { ...schema.properties, More: { type: 'string' } } };

  test.each([
    ['may be any before the first release', '0.1.0', undefined, []],
    ['may stay while the schema does', '1.4.0', released, []],
    ['has to have three parts', '1.4', released, ['the version 1.4 in package.json']],
  ] as const)('%s', (_sentence, version, before, words) => {
    const problems = versionProblems({ version, schema }, before);
    expect(problems.map((problem, n) => problem.startsWith(words[n] ?? '?'))).toEqual(words.map(() => true));
  });

  test('has to grow with the schema, and hears by how much and why', () => {
    expect(versionProblems({ version: '1.5.0', schema: grown }, released)).toEqual([]);
    const [problem] = versionProblems({ version: '1.4.1', schema: grown }, released);
    expect(problem).toContain('must say 1.5.0 or more, not 1.4.1');
    expect(problem).toContain('/properties/More: is new');
  });
});

test('the types of this repository are fit to be shown in the registry', async () => {
  const io = recordingIo(root);
  expect([await main(['check', '--only', 'schema,version,exports'], io), io.stdout]).toEqual([
    0,
    expect.not.stringContaining('FAILED'),
  ]);
});
