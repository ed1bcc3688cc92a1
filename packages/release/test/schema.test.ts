import { type Change, severest } from '../src/schema/change';
import { compareSchemas } from '../src/schema/compare';
import { isAtLeast, nextVersion } from '../src/schema/version';

const before = {
  typeName: 'Acme::Demo::Greeting',
  description: 'a greeting',
  definitions: {
    Tag: {
      type: 'object',
      properties: { Key: { type: 'string' } },
      required: ['Key'],
      additionalProperties: false,
    },
  },
  properties: {
    Id: { type: 'string' },
    Name: {
      type: 'string',
      maxLength: 10,
      minLength: 2,
      pattern: '^a',
      enum: ['ab', 'ac'],
      description: 'who',
    },
    Tags: { type: 'array', items: { $ref: '#/definitions/Tag' }, maxItems: 5 },
  },
  required: ['Name'],
  readOnlyProperties: ['/properties/Id'],
  createOnlyProperties: ['/properties/Name'],
  primaryIdentifier: ['/properties/Id'],
  handlers: { create: { permissions: ['ssm:PutParameter'] }, read: { permissions: ['ssm:GetParameter'] } },
  additionalProperties: false,
};

type Schema = typeof before;
const name = (change: object) => (schema: Schema) => Object.assign(schema.properties.Name, change);

/** A change by itself, and what the version number has to say of it. */
const rows: [string, Change['severity'] | undefined, (schema: Schema) => unknown][] = [
  ['nothing', undefined, () => {}],
  ['other words in a description', 'patch', name({ description: 'whom' })],
  ['another description of the type', 'patch', (s) => Object.assign(s, { description: 'x' })],
  ['a permission less', 'patch', (s) => Object.assign(s.handlers.read, { permissions: [] })],
  [
    'one more permission: roles have to be renewed',
    'minor',
    (s) => s.handlers.read.permissions.push('ssm:X'),
  ],
  ['a new property', 'minor', (s) => Object.assign(s.properties, { More: { type: 'string' } })],
  [
    'a new read-only property',
    'minor',
    (s) => {
      Object.assign(s.properties, { At: { type: 'string' } });
      s.readOnlyProperties.push('/properties/At');
    },
  ],
  [
    'a new property that is required',
    'major',
    (s) => {
      Object.assign(s.properties, { More: { type: 'string' } });
      s.required.push('More');
    },
  ],
  [
    'a property that is gone',
    'major',
    (s) => Object.assign(s, { properties: { ...s.properties, Tags: undefined } }),
  ],
  [
    'a property of a definition that is gone',
    'major',
    (s) => Object.assign(s.definitions.Tag, { properties: {} }),
  ],
  [
    'a property of a definition that is new',
    'minor',
    (s) => Object.assign(s.definitions.Tag.properties, { Value: { type: 'string' } }),
  ],
  ['a property that became required', 'major', (s) => s.required.push('Tags')],
  ['a property that may be left out now', 'minor', (s) => s.required.pop()],
  ['another type of a property', 'major', name({ type: 'integer' })],
  ['a longer text allowed', 'minor', name({ maxLength: 20 })],
  ['only a shorter text allowed', 'major', name({ maxLength: 5 })],
  ['a limit where there was none', 'major', (s) => Object.assign(s.properties.Id, { maxLength: 5 })],
  ['a limit less', 'minor', name({ maxLength: undefined })],
  ['a shorter text allowed too', 'minor', name({ minLength: 1 })],
  ['only a longer text allowed', 'major', name({ minLength: 3 })],
  ['fewer items allowed', 'major', (s) => Object.assign(s.properties.Tags, { maxItems: 4 })],
  ['one more choice', 'minor', name({ enum: ['ab', 'ac', 'ad'] })],
  ['one choice less', 'major', name({ enum: ['ab'] })],
  ['choices in another order', 'patch', name({ enum: ['ac', 'ab'] })],
  ['another pattern: nobody knows what it refuses', 'major', name({ pattern: '^b' })],
  ['no pattern any more', 'minor', name({ pattern: undefined })],
  ['items of another kind', 'major', (s) => Object.assign(s.properties.Tags, { items: { type: 'string' } })],
  [
    'a property that replaces the resource now',
    'major',
    (s) => s.createOnlyProperties.push('/properties/Tags'),
  ],
  ['a property that no longer replaces it', 'minor', (s) => s.createOnlyProperties.pop()],
  [
    'a property that templates cannot set any more',
    'major',
    (s) => s.readOnlyProperties.push('/properties/Tags'),
  ],
  ['another identifier', 'major', (s) => Object.assign(s, { primaryIdentifier: ['/properties/Name'] })],
  ['a handler more', 'minor', (s) => Object.assign(s.handlers, { update: { permissions: [] } })],
  ['a handler less', 'major', (s) => Object.assign(s, { handlers: { create: s.handlers.create } })],
  ['another name', 'major', (s) => Object.assign(s, { typeName: 'Acme::Demo::Farewell' })],
  ['a keyword that nobody has thought of', 'major', name({ oneOf: [] })],
  [
    'a type configuration that asks for something',
    'major',
    (s) => Object.assign(s, { typeConfiguration: { required: ['Token'] } }),
  ],
];

describe('a schema with', () => {
  test.each(rows)('%s: %s', (_sentence, severity, change) => {
    const now = structuredClone(before);
    change(now);
    const changed = JSON.parse(JSON.stringify(now));
    expect(severest(compareSchemas(before, changed))).toBe(severity);
  });

  test('a change says where it is, and what it means', () => {
    const now = structuredClone(before);
    now.required.push('Tags');
    expect(compareSchemas(before, now)).toEqual([
      { severity: 'major', at: '/required', says: 'Tags is required now: templates without it fail' },
    ]);
  });
});

describe('the next version', () => {
  test.each([
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'major', '2.0.0'],
    ['0.2.3', 'minor', '0.2.4'],
    ['0.2.3', 'major', '0.3.0'],
  ] as const)('after %s with a %s change is at least %s', (version, severity, least) => {
    expect(nextVersion(version, severity)).toBe(least);
    expect(isAtLeast(least, least)).toBe(true);
    expect(isAtLeast(version, least)).toBe(false);
  });

  test.each([
    ['1.10.0', '1.9.9', true],
    ['2.0.0', '1.9.9', true],
    ['1.9.9', '1.10.0', false],
    ['1.0', '1.0.0', false],
    ['01.0.0', '1.0.0', false],
  ])('%s is at least %s: %s', (version, least, is) => {
    expect(isAtLeast(version, least)).toBe(is);
  });
});
