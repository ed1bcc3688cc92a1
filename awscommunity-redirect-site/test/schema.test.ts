import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { permissionsOfCallsFrom } from '../../packages/aws-adapter/test/calls';
import schema from '../awscommunity-redirect-site.json';
import { declaredIn, type Properties } from '../src/codec';
import { everything } from './declared';

interface Definition {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly pattern?: string;
  readonly properties?: Record<string, Definition>;
  readonly items?: Definition;
  readonly patternProperties?: Record<string, Definition>;
  readonly examples?: unknown[];
}

const language = JSON.parse(
  readFileSync(
    join(__dirname, '..', '..', 'packages', 'redirect-rules', 'src', 'schema', 'redirect-rules.schema.json'),
    'utf8',
  ),
) as { properties: Record<string, Definition>; definitions: Record<string, Definition> };

const definitions = schema.definitions as unknown as Record<string, Definition>;
const properties = schema.properties as unknown as Record<string, Definition>;

const validator = () => new Ajv({ allErrors: true, strict: false, validateFormats: false });
const errorsOf = (value: unknown, rules: object): unknown[] => {
  const ajv = validator();
  ajv.validate(rules, value);
  return ajv.errors ?? [];
};

describe('the schema', () => {
  test('has every member of a rule file but those of files', () => {
    const members = Object.keys(language.properties).filter((name) => !['$schema', 'Name'].includes(name));
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(members));
    expect(Object.keys(definitions)).toEqual(expect.arrayContaining(Object.keys(language.definitions)));
  });

  test('accepts every form that the language has', () => {
    expect(errorsOf(everything, schema)).toEqual([]);
  });

  test.each(Object.keys(language.definitions))('accepts the examples of %s', (name) => {
    const { examples = [] } = definitions[name]!;
    const rules = { definitions, $ref: `#/definitions/${name}` };
    expect(examples.flatMap((example) => errorsOf(example, rules))).toEqual([]);
  });

  test.each<[string, object]>([
    ['a status that is none', { Sites: [{ Hosts: ['a.example.com'], Rules: [{ Status: 300 }] }] }],
    ['an unknown member', { Sites: [{ Hosts: ['a.example.com'], Rule: [] }] }],
    ['a site without hosts', { Sites: [{ Rules: [] }] }],
    ['a header whose name has a space', { Defaults: { Headers: { 'a b': 'c' } } }],
    ['a bucket without a key', { RulesSource: { Bucket: 'rules' } }],
    [
      'a certificate of another region',
      { CertificateArn: 'arn:aws:acm:eu-central-1:310123456789:certificate/x' },
    ],
  ])('refuses %s', (_, declared) => {
    expect(errorsOf(declared, schema)).not.toEqual([]);
  });
});

/** Every schema within, with the way to it. */
function* within(definition: Definition, at: string): Generator<[string, Definition]> {
  yield [at, definition];
  const { properties = {}, patternProperties = {}, items } = definition;
  for (const [name, each] of Object.entries({ ...properties, ...patternProperties }))
    yield* within(each, `${at}/${name}`);
  if (items) yield* within(items, `${at}[]`);
}

describe('in the registry’s dialect', () => {
  const all = [
    ...Object.entries(definitions).flatMap(([name, each]) => [...within(each, name)]),
    ...Object.entries(properties).flatMap(([name, each]) => [...within(each, name)]),
  ];

  test('there is no keyword that the registry does not take', () => {
    const wrong = all.filter(
      ([, each]) =>
        'not' in each ||
        'propertyNames' in each ||
        ![undefined, false].includes(each.additionalProperties as undefined),
    );
    expect(wrong.map(([at]) => at)).toEqual([]);
  });

  test('every list says whether its order counts', () => {
    const lists = all.filter(([, each]) => each.type === 'array');
    expect(lists.filter(([, each]) => each.insertionOrder === undefined).map(([at]) => at)).toEqual([]);
  });

  test('no member has both named and patterned members', () => {
    expect(all.filter(([, each]) => each.properties && each.patternProperties).map(([at]) => at)).toEqual([]);
  });
});

describe('properties', () => {
  const readOnly = schema.readOnlyProperties.map((pointer) => pointer.split('/').at(-1)!);

  test('that may be declared are those that the codec reads', () => {
    const declarable = Object.keys(properties).filter((name) => !readOnly.includes(name));
    const all = Object.fromEntries(Object.keys(properties).map((name) => [name, 'x'])) as Properties;
    expect(Object.keys(declaredIn(all)).sort()).toEqual(declarable.sort());
  });

  test('need no replacement: a second site cannot have the hosts before the first has let them go', () => {
    expect(schema).not.toHaveProperty('createOnlyProperties');
  });
});

describe('permissions', () => {
  const { handlers } = schema;
  const called = permissionsOfCallsFrom('site/ports.ts');

  test('are found in the adapter', () => {
    expect(called).toEqual(
      expect.arrayContaining(['cloudfront:TestFunction', 'ssm:PutParameter', 'route53:GetChange']),
    );
  });

  /** Which handler needs which is walked: packages/aws-adapter/test/site/permissions.test.ts. */
  test('are those of the calls that the adapter has, but for one that only a move with a TXT record makes', () => {
    const asked = new Set(Object.values(handlers).flatMap(({ permissions }) => permissions));
    expect([...asked, 'cloudfront:AssociateAlias'].sort()).toEqual(called);
  });

  test.each(['read', 'list'] as const)('of %s change nothing', (name) => {
    expect(handlers[name].permissions.filter((each) => !/:(Get|List|Describe|Decrypt)/.test(each))).toEqual(
      [],
    );
  });
});
