import fc from 'fast-check';
import { importCsv, readRules, writeRules } from '../../src';
import { moreRuns } from '../support/runs';
import { formats } from './formats';

/** A text with a piece cut out, put in twice, or put in from elsewhere. */
const damaged = (text: string) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(40),
      fc.nat(text.length),
      fc.nat(40),
      fc.constantFrom('', '{', '}', '"', '$', '\\', ';', '\0', '((', '*', ':', ',', '\ufffd', '@', '|', '#'),
    )
    .map(
      ([at, length, from, size, extra]) =>
        text.slice(0, at) + extra + text.slice(from, from + size) + text.slice(at + length),
    );

/**
 * Of processor time, which no neighbour on the machine makes longer. Idle, each of these takes less than a second; what
 * grows with the square of the text takes minutes.
 */
const generousSeconds = 5;

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
}

describe.each(formats)('a damaged file of $name', ({ importText, text }) => {
  test('gives rules without a mistake, whatever is refused', () => {
    fc.assert(
      fc.property(damaged(text), (bad) => {
        const { problems } = readRules(writeRules(importText(bad).file), 'rules.yml');
        expect({ bad, problems }).toEqual({ bad, problems: [] });
      }),
      { numRuns: 25 * moreRuns },
    );
  });

  test.each<[sentence: string, bad: string]>([
    ['10 MB in one line', 'x'.repeat(10_000_000)],
    ['10 MB of quotes', '"'.repeat(9_999_999)],
    ['a quote without an end', `"${'x'.repeat(10_000_000)}`],
    ['braces without end', 'a {'.repeat(1_000_000)],
    ['brackets without end', `refracts: ${'['.repeat(1_000_000)}`],
    ['dashes without end', `refracts: ${'- '.repeat(1_000_000)}`],
    ['stars without end', `${'/*'.repeat(1_000_000)} /b`],
    ['a mapping in a mapping in a mapping', lines(3000, (at) => `${' '.repeat(at)}a:`)],
    ['300,000 lines of something else', lines(300_000, () => 'z')],
    ['a host of 200,000 labels', `${'a.'.repeat(200_000)}test/x,https://b.test`],
    [
      'a YAML bomb',
      `a0: &a0 x\n${lines(30, (at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)}\nrefracts: *a30`,
    ],
    ['bytes that are no text', '\0\x01\ufffd'.repeat(1000)],
    ['a gigantic regex', `server { server_name a.test; location ~ "${'(a'.repeat(2000)}" { return 404; } }`],
    ['a more gigantic one', `refracts:\n- dsts:\n  - ^/${'(a'.repeat(200_000)}: b.test/\n  srcs: a.test`],
  ])('%s is refused soon', (_sentence, bad) => {
    const refused: unknown[] = [];
    const seconds = secondsOf(() => refused.push(...importText(bad).report.refused));
    expect(refused).not.toEqual([]);
    expect(seconds).toBeLessThan(generousSeconds);
  });
});

function lines(count: number, lineAt: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => lineAt(at)).join('\n');
}

test('a list whose subdomains would multiply its rules is refused before they are made', () => {
  const shared = lines(2000, (at) => `a.test/p${at},https://b.test,301,,TRUE`);
  const below = lines(2000, (at) => `h${at}.a.test/x,https://b.test`);
  const { report, file } = importCsv(`${shared}\n${below}`, 'list.csv');
  expect(report.refused).toHaveLength(2000);
  expect(report.refused[0]?.why).toBe(
    'with all hosts below it that would be 4000000 rules more; list subdomains by themselves',
  );
  expect(file.Sites).toHaveLength(2000);
});
