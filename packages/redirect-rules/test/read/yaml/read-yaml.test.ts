import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { readYaml } from '../../../src/read/yaml/read-yaml';

const read = (text: string): unknown => readYaml(text).value;

describe('of YAML, data is', () => {
  test.each<[name: string, text: string, value: unknown]>([
    ['nothing of an empty file', '', null],
    ['nothing of a comment', '# nothing\n', null],
    ['what YAML 1.2 calls true or false', '[true, False, TRUE]', [true, false, true]],
    ['a text of what YAML 1.1 calls so', '[yes, no, on, off, y, NO]', ['yes', 'no', 'on', 'off', 'y', 'NO']],
    ['nothing of null', '[null, ~, Null]', [null, null, null]],
    ['a number of digits', '[301, -2, 4.5, 0o17, 0x1F]', [301, -2, 4.5, 15, 31]],
    ['a text of digits in quotes', `['301', "4.5"]`, ['301', '4.5']],
    ['a text of times and versions', '[12:30:45, 1.2.3, 1_000]', ['12:30:45', '1.2.3', '1_000']],
    ['a text of a date', 'Expires: 2026-05-01', { Expires: '2026-05-01' }],
    ['a text of a path and a URL', 'To: https://a.org/x?y=1#z', { To: 'https://a.org/x?y=1#z' }],
    ['a key as it is written', '7.0: a\ntrue: b\n~: c', { '7.0': 'a', true: 'b', '~': 'c' }],
    [
      'keys that JavaScript treats apart',
      '{"__proto__": 1, constructor: 2}',
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
    ],
    ['a key of <<', '<<: {a: 1}', { '<<': { a: 1 } }],
    ['lines', 'a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
    ['one line of several', 'a: >-\n  one\n  two\n', { a: 'one two' }],
    ['JSON', '{"a": [1, true, null, "x\\u0041"], "b": {}}', { a: [1, true, null, 'xA'], b: {} }],
    ['between document markers', '---\na: 1\n...\n', { a: 1 }],
  ])('%s', (_, text, value) => {
    const data = read(text);
    expect(data).toEqual(value);
    expect(Object.keys(data ?? {})).toEqual(Object.keys(value ?? {}));
  });

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[-a:#'"|>{}[\],&*!?%@` \n\\]{0,12}$/),
    fc.constantFrom('no', '1', '1.5', 'null', '~', '2026-05-01', 'a\n\n b\n', ' a', '0x1', '- a', 'a: b'),
  );
  const { any: values } = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      texts,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(
        tie('any').filter((item) => !Array.isArray(item)),
        { maxLength: 4 },
      ),
      fc.dictionary(texts, tie('any'), { maxKeys: 4 }),
    ),
  }));

  test('what another package wrote, in whatever style', () => {
    const styles = fc.record({
      indentSeq: fc.boolean(),
      blockQuote: fc.constantFrom<'folded' | 'literal'>('folded', 'literal'),
      collectionStyle: fc.constantFrom<'block' | 'flow'>('block', 'flow'),
    });
    fc.assert(
      fc.property(values, styles, (value, style) => {
        const text = stringify({ a: value }, { ...style, aliasDuplicateObjects: false });
        // It writes some texts that it does not read itself, such as brackets too far to the left.
        const theirs = parseDocument(text);
        fc.pre(theirs.errors.length === 0);
        expect({ text, value: read(text) }).toEqual({ text, value: theirs.toJS() });
      }),
      { numRuns: 300 },
    );
  });
});

describe('the place is known', () => {
  const text = `Sites:
- Hosts: [a.org, 'b.org']
  Rules:
  - "Match": /a
    To:
  -
  - Note: |
      one
`;
  const { value, places } = readYaml(text);
  const [site] = (value as { Sites: [{ Hosts: string[]; Rules: object[] }] }).Sites;
  test.each<[of: string, offset: number, at: string]>([
    ['the file', places.startOf(value), 'Sites:'],
    ['a value', places.valueOf(value, 'Sites'), '- Hosts'],
    ['an item', places.valueOf((value as { Sites: object }).Sites, 0), 'Hosts:'],
    ['a mapping', places.startOf(site), 'Hosts:'],
    ['a key', places.keyOf(site, 'Rules'), 'Rules:'],
    ['a text', places.valueOf(site.Hosts, 0), 'a.org'],
    ['a text in quotes', places.valueOf(site.Hosts, 1), "'b.org'"],
    ['a key in quotes', places.keyOf(site.Rules[0], 'Match'), '"Match"'],
    ['an empty value, which is that of its key', places.valueOf(site.Rules[0], 'To'), 'To:'],
    ['an empty item, which is that of what stands before', places.valueOf(site.Rules, 1), 'To:'],
    ['lines', places.valueOf(site.Rules[2], 'Note'), '      one'],
    ['a key that is not there, which is that of the mapping', places.keyOf(site, 'Id'), 'Hosts:'],
  ])('of %s', (_, offset, at) => expect(text.slice(offset, offset + at.length)).toBe(at));
});
