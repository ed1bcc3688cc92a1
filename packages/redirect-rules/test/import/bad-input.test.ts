import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { importNginx, importRefractr, readRules, writeRules } from '../../src';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');

/** A text with a piece cut out, put in twice, or put in from elsewhere. */
const damaged = (text: string) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(40),
      fc.nat(text.length),
      fc.nat(40),
      fc.constantFrom('', '{', '}', '"', '$', '\\', ';', '\0', '((', '*'),
    )
    .map(
      ([at, length, from, size, extra]) =>
        text.slice(0, at) + extra + text.slice(from, from + size) + text.slice(at + length),
    );

describe.each([
  ['nginx', importNginx, fixture('forms.nginx.conf')],
  ['refractr', importRefractr, fixture('forms.refractr.yml')],
] as const)('a damaged file of %s', (_, importText, text) => {
  test('gives rules without a mistake, or a refusal', () => {
    fc.assert(
      fc.property(damaged(text), (bad) => {
        const { file, report } = importText(bad, 'bad');
        const { problems } = readRules(writeRules(file), 'rules.yml');
        if (report.refused.length === 0) expect({ bad, problems }).toEqual({ bad, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test.each<[sentence: string, bad: string]>([
    ['10 MB in one line', 'x'.repeat(10_000_000)],
    ['braces without end', 'a {'.repeat(1_000_000)],
    ['brackets without end', `refracts: ${'['.repeat(1_000_000)}`],
    ['dashes without end', `refracts: ${'- '.repeat(1_000_000)}`],
    ['a YAML bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nrefracts: [*b, *b]'],
    ['bytes that are no text', '\0\x01\ufffd'.repeat(1000)],
    ['a gigantic regex', `server { server_name a.test; location ~ "${'(a'.repeat(2000)}" { return 404; } }`],
  ])('%s is refused within a second', (_sentence, bad) => {
    const begin = performance.now();
    expect(importText(bad, 'bad').report.refused).not.toEqual([]);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
