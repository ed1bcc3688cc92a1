import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { readYaml } from '../../../src/read/yaml/read-yaml';
import { SyntaxProblem } from '../../../src/read/yaml/syntax-problem';

/** What `yaml`, which follows the specification in all of it, makes of the text; undefined where it sees a mistake. */
function oracle(text: string): { value: unknown } | undefined {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : { value: document.toJS() };
}

function read(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: readYaml(text).value };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { problem: error.what };
  }
}

describe('YAML as rule files have it is read as the yaml package reads it', () => {
  test.each<[name: string, text: string]>([
    ['nothing', ''],
    ['a comment', '# nothing\n'],
    ['a mapping', 'a: 1\nb: two\n'],
    ['a mapping in a mapping', 'a:\n  b:\n    c: d\ne: f\n'],
    ['a list in the column of its key', 'a:\n- 1\n- 2\nb: 3\n'],
    ['a list deeper than its key', 'a:\n  - 1\n  - 2\nb: 3\n'],
    ['mappings in a list', '- a: 1\n  b: 2\n-\n  a: 3\n- c: 4\n'],
    ['a key without value', 'a:\nb:\n- \n- 1\n'],
    [
      'comments everywhere',
      '# one\na: 1 # two\n# three\nb: # four\n  # five\n  - 2 # six\n  # seven\nc: x#y\n',
    ],
    ['a document marker', '---\na: 1\n...\n'],
    ['a document marker with a comment', '--- # rules\n- 1\n'],
    [
      'line ends of Windows',
      'a: 1\r\nb:\r\n- x\r\n- "y\r\n  z"\r\nc: |\r\n  d\r\n  e\r\n'.replaceAll('\r', ''),
    ],
    ['URLs and paths', 'To: https://a.org/x?y=1#z\nMatch: /a/:id/*\nRegex: ^/u/([^/]+)/*$\n'],
    ['numbers', '[1, -2, +3, 4.5, .5, 6., 1e3, 0x1F, 0o17, .inf, -.inf, 1_000, 0b1, 12:30:45, 1.2.3, 09]'],
    [
      'booleans and texts like them',
      '[true, True, TRUE, false, tRue, yes, no, NO, on, off, null, ~, Null, nil]',
    ],
    ['dates, which are texts', 'a: 2026-05-01\nb: 2026-05-01T09:00:00Z\n'],
    ['single quotes', "a: 'it''s'\n'b c': '# no comment'\nd: ''\n"],
    ['double quotes', 'a: "\\t\\x41\\u00e9\\U0001F600\\n\\\\ \\""\n"b: c": d\ne: ""\n'],
    [
      'quotes over lines',
      'a: "one\n  two\n\n  three\\\n  four\\n\n  five "\nb: \'six \n\n\n  seven\'\nc: 1\n',
    ],
    ['a text over lines', 'a: one\n  two\n\n  three\nb: 4\n'],
    ['a text over lines in a list', '- one\n  two\n- three\n   four # five\n'],
    ['a literal text', 'a: |\n  one\n   two\n\n  three\n\nb: 1\n'],
    ['a literal text without its last line end', 'a: |-\n  one\n  two\n\nb: 1\n'],
    ['a literal text with all its line ends', 'a: |+\n  one\n\n\nb: 1\n'],
    ['a literal text that says its depth', 'a: |2\n    one\n  two\nb: 1\n'],
    ['a folded text', 'a: >\n  one\n  two\n\n  three\n   four\n   five\n  six\n\n\nb: 1\n'],
    ['a folded text without its last line end', '- >-\n  one\n  two\n- 3\n'],
    ['a literal text in a list', '- |\n  one\n- |\n two\n'],
    ['a literal text at the end, without line end', 'a: |\n  one'],
    ['brackets', 'a: [1, two, "three", {b: 5}]\nc: {d: 6, "e":7, f: , g}\n'.replace(', g', '')],
    ['brackets over lines', 'a: [\n  1, # one\n  2,\n  ]\nb: {\n  c: d\n   e,\n  f: g\n  }\n'],
    ['JSON', '{"a": [1, 2.5, true, null, "x\\u0041"], "b": {"c": {}}, "d": []}'],
    ['JSON over lines', '{\n  "a": [\n    {\n      "b": "c"\n    }\n  ]\n}\n'],
    ['keys with spaces and colons', 'a b: 1\na:b: 2\n"c": 3\nd : 4\n'],
    ['keys that are numbers', 'b: 1\n7: 2\na: 3\n'],
    ['the key that JavaScript treats apart', '__proto__: 1\nconstructor: 2\n'],
    ['texts that begin as indicators do', 'a: -x\nb: ?x\nc: :x\nd: x-\n'],
    ['a tab between key and value', 'a:\tb\nc: d\t# e\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(oracle(text));
  });

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[-a:#'"|>{}[\],&*!?%@` \n\\]{0,12}$/),
    fc.constantFrom(
      'no',
      '1',
      '1.5',
      'null',
      '~',
      '2026-05-01',
      'a\n\n b\n',
      ' a',
      'a ',
      '0x1',
      '- a',
      'a: b',
    ),
  );
  const values = fc.letrec((tie) => ({
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
      fc.dictionary(
        texts.filter((key) => key !== '' && key !== '<<' && !key.includes('\n')),
        tie('any'),
        { maxKeys: 4 },
      ),
    ),
  })).any;

  test('whatever that package writes', () => {
    fc.assert(
      fc.property(
        values,
        fc.record({
          lineWidth: fc.constantFrom(0, 20, 80),
          indent: fc.constantFrom(1, 2, 4),
          indentSeq: fc.boolean(),
          blockQuote: fc.constantFrom<'folded' | 'literal' | boolean>('folded', 'literal', true, false),
          collectionStyle: fc.constantFrom<'any' | 'block' | 'flow'>('any', 'block', 'flow'),
          singleQuote: fc.constantFrom(true, false, null),
        }),
        (value, options) => {
          const text = stringify({ a: value }, { ...options, aliasDuplicateObjects: false });
          // It writes some texts that it does not read itself, such as brackets too far to the left; and `? ` keys.
          const theirs = oracle(text);
          fc.pre(theirs !== undefined && !/\?(?: |$)/m.test(text));
          expect({ text, ...read(text) }).toEqual({ text, ...theirs });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('and JSON as JSON.parse reads it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue().filter((value) => !/[[,]\[/.test(JSON.stringify(value))),
        fc.constantFrom(undefined, 2, '   '),
        (value, space) => {
          expect(read(JSON.stringify(value, null, space))).toEqual({
            value: JSON.parse(JSON.stringify(value)),
          });
        },
      ),
    );
  });

  const fragments = fc.constantFrom(
    ...[
      'a',
      'b: ',
      ': ',
      '- ',
      '  ',
      '\n',
      '\n  ',
      '\n- ',
      "'",
      '"',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '#',
      ' #',
      '|\n',
      '>\n',
    ],
    ...['---\n', '\\', '1', 'c:\n', '\t', '*', '&x ', '!', '? ', '%', '@', '\nd: e', 'é', '|-\n  ', '>+\n '],
  );
  test('however broken the text is: the same value, or a problem within the text', () => {
    let both = 0;
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
        const text = `${parts.join('')}\n`;
        // Whether such a line belongs to the text above, readers disagree.
        fc.pre(!/[|>][-+]?\n[ \n]*\t/.test(text));
        const ours = read(text);
        const theirs = 'problem' in ours ? undefined : oracle(text);
        if (theirs === undefined) return;
        both++;
        expect({ text, ...ours }).toEqual({ text, ...theirs });
      }),
      { numRuns: 10_000 },
    );
    expect(both).toBeGreaterThan(500);
  });
});
