import fc from 'fast-check';
import { parse } from 'yaml';
import { plainYaml } from '../../src/redirects/plain-yaml';

test.each<[string, unknown, string]>([
  ['an object', { a: 1, b: { c: true } }, 'a: 1\nb:\n  c: true\n'],
  ['a list of objects', { a: [{ b: 1, c: 2 }, { b: 3 }] }, 'a:\n  - b: 1\n    c: 2\n  - b: 3\n'],
  ['a list of lists', [[1, 2], [3]], '- - 1\n  - 2\n- - 3\n'],
  ['what is empty', { a: [], b: {}, c: '' }, 'a: []\nb: {}\nc: ""\n'],
  [
    'a URL and a place',
    { url: 'https://a.example.com/x', at: 'rules.yml:3:5' },
    'url: https://a.example.com/x\nat: rules.yml:3:5\n',
  ],
  [
    'texts that mean something else',
    ['yes', '1', '*', 'a: b', ' a', '#'],
    '- "yes"\n- "1"\n- "*"\n- "a: b"\n- " a"\n- "#"\n',
  ],
])('%s', (_, value, text) => {
  expect(plainYaml(value)).toBe(text);
});

test('whatever is written is read as the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(parse(plainYaml(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 5, numRuns: 500 },
  );
});
