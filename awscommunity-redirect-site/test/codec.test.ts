import { declaredIn, modelOf, type Properties, propertiesOf } from '../src/codec';
import { recastProperties } from '../src/recast';
import { everything } from './declared';

describe('what was declared', () => {
  test('passes through the library’s model unchanged', () => {
    expect(propertiesOf(modelOf(everything))).toEqual(everything);
  });

  test('is all that is left of a shown model: an update gets its read-only properties too', () => {
    const shown: Properties = { ...everything, SiteId: 'rs-1', Generation: 3, HostStates: [], Drift: [] };
    expect(declaredIn(shown)).toEqual(everything);
  });

  test('is the same when CloudFormation sends numbers and truth values as texts', () => {
    expect(recastProperties(asTexts(everything))).toEqual(everything);
  });
});

/** As CloudFormation sends properties to a handler. */
const asTexts = (value: unknown): unknown => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asTexts(member)]));
};

describe('a value is read as its property has it', () => {
  const rule = (members: object) => ({ Sites: [{ Hosts: ['a.example.com'], Rules: [members] }] });
  const rows: [string, object, object][] = [
    ['a status', rule({ Status: '301' }), rule({ Status: 301 })],
    ['a host stays a text', { Sites: [{ Hosts: ['301'] }] }, { Sites: [{ Hosts: ['301'] }] }],
    ['no Cache-Control', rule({ CacheControl: 'false' }), rule({ CacheControl: false })],
    ['a Cache-Control', rule({ CacheControl: 'no-store' }), rule({ CacheControl: 'no-store' })],
    ['an expected status', { Tests: [{ Expect: '410' }] }, { Tests: [{ Expect: 410 }] }],
    ['an expected location', { Tests: [{ Expect: '/410' }] }, { Tests: [{ Expect: '/410' }] }],
    [
      'a parameter that a template wrote as a number',
      rule({ Match: { Query: { page: 7 } } }),
      rule({ Match: { Query: { page: '7' } } }),
    ],
    [
      'a header that a template wrote as a number',
      rule({ Headers: { 'x-age': 7 } }),
      rule({ Headers: { 'x-age': '7' } }),
    ],
    [
      'what the schema does not know is left to the reader of rules',
      rule({ Whatever: '1' }),
      rule({ Whatever: '1' }),
    ],
  ];
  test.each(rows)('%s', (_, sent, read) => {
    expect(recastProperties(sent)).toEqual(read);
  });
});

describe('a model as plain JSON', () => {
  test('a model that is not there has no properties', () => {
    expect(propertiesOf(undefined)).toEqual({});
    expect(propertiesOf(null)).toEqual({});
  });
});
