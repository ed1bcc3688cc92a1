import fc from 'fast-check';
import { readRules } from '../../src';
import { moreRuns } from '../support/runs';

const megabytes = (count: number, unit: string): string =>
  unit.repeat(Math.ceil((count * 1_000_000) / unit.length));
const anyRules = (count: number): string => '  - To: https://b.org/\n'.repeat(count);
const start = 'Sites:\n- Hosts: [a.org]\n  Rules:\n';

const times = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');
/** It takes a second on a desk, and minutes where something grows with the square of the text. */
const limitMilliseconds = 10_000;

describe('what is no rule file is refused in a second, in some times its own size', () => {
  test.each<[sentence: string, make: () => string | Uint8Array, what: RegExp]>([
    ['10 MB of one letter', () => megabytes(10, 'a'), /longer than 65,536/],
    [
      '3 MB of one line in a rule',
      () => `${start}  - To: https://b.org/${megabytes(3, 'a')}`,
      /longer than 65,536/,
    ],
    ['3 MB of an open quote', () => `Name: "${megabytes(3, 'a\\"')}`, /ends within a text in quotes/],
    ['a text over many lines', () => `Name: "${megabytes(1, 'a\n ')}"`, /longer than 65,536/],
    ['open brackets', () => megabytes(1, '['), /nested deeper/],
    ['10 MB of open brackets', () => megabytes(10, '['), /more than 1,500,000/],
    ['open braces', () => megabytes(1, '{a: '), /nested deeper/],
    ['dashes', () => megabytes(1, '- '), /nested deeper/],
    ['deeper and deeper keys', () => times(4_000, (n) => `${' '.repeat(n)}a:\n`), /nested deeper/],
    ['6 MB of empty lists', () => `[${megabytes(6, '[],')}]`, /more than 1,500,000/],
    ['empty lists in a list', () => `[${'[],'.repeat(30_000)}]`, /list stands in a list/],
    ['10 MB of empty mappings', () => `Sites: [${megabytes(10, '{},')}]`, /more than 1,500,000/],
    ['sites that are empty', () => `Sites: [${'{},'.repeat(50_000)}]`, /a site has no Hosts/],
    ['numbers for sites', () => `Sites: [${'1,'.repeat(100_001)}]`, /more than 100,000 texts/],
    ['numbers for rules', () => `${start}${times(30_000, () => '  - 1\n')}`, /a rule is a mapping/],
    ['many keys', () => times(100_000, (n) => `k${n}: 1\n`), /more than 1,000 keys/],
    ['keys that nobody has', () => times(999, (n) => `k${n}: 1\n`), /no Sites/],
    [
      'headers for every rule',
      () => `Defaults:\n  Headers:\n${times(999, (n) => `    k${n}: a\n`)}${start}${anyRules(2_000)}`,
      /more than 50 keys/,
    ],
    ['3 MB of blanks', () => `a${megabytes(3, ' ')}b`, /longer than 65,536/],
    ['10 MB of line ends', () => megabytes(10, '\n'), /more than 1,500,000/],
    ['3 MB of comments', () => megabytes(3, `# ${'a'.repeat(70)}\n`), /the file is empty/],
    ['10 MB of documents', () => megabytes(10, '---\n'), /second document/],
    ['colons', () => megabytes(1, 'a: '), /a text before it that is none/],
    ['a bomb of aliases', () => 'a: &a [x]\nb: &b [*a,*a]\n', /Anchors are not read/],
    ['an anchor of 3 MB', () => `&${megabytes(3, 'a')} b`, /Anchors are not read/],
    [
      'a regex of 60 kB',
      () => `${start}  - Match: {Regex: '${'(a|'.repeat(20_000)}'}\n    To: https://b.org/`,
      /longer than 800/,
    ],
    [
      'a regex of brackets',
      () => `${start}  - Match: {Regex: '${'('.repeat(800)}'}\n    To: https://b.org/`,
      /is not closed/,
    ],
    [
      'a regex of repeats',
      () => `${start}  - Match: {Regex: '${'(a*)*'.repeat(160)}'}\n    To: https://b.org/`,
      /cannot be used/,
    ],
    [
      '20,000 rules with the same mistake',
      () => start + '  - Match: /a\n    Too: https://b.org/\n'.repeat(20_000),
      /no key of a rule/,
    ],
    ['30,000 hosts that are none', () => `Sites:\n- Hosts:\n${'  - x\n'.repeat(30_000)}`, /no dot/],
    ['rules that are called alike', () => `${start}${anyRules(10_000)}  - To: x\n`, /no scheme/],
    [
      'a line of many mistakes',
      () => `{Sites: [{Hosts: [a.org], Rules: [${'{To: x},'.repeat(20_000)}]}]}`,
      /no scheme/,
    ],
    [
      'characters and no UTF-8 behind',
      () => Buffer.concat([Buffer.from('\ufffd'.repeat(1e6)), Buffer.from([0xff])]),
      /byte 3000000/,
    ],
    ['a file of 68 MB', () => megabytes(68, 'a'.repeat(1_000)), /larger than 64 MB/],
    ['no text', () => Uint8Array.from({ length: 1_000 }, (_, n) => (n * 7919) % 256), /no UTF-8|no text has/],
    ['an image', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /no UTF-8/],
    ['UTF-16', () => Uint8Array.from([0xff, 0xfe, 0x61, 0]), /UTF-16/],
  ])('%s', (_, make, what) => {
    const input = make();
    const before = process.cpuUsage();
    const { rules, problems } = readRules(input, 'f');
    const spent = process.cpuUsage(before);
    expect(rules).toBeUndefined();
    expect(problems[0]!.what).toMatch(what);
    expect(JSON.stringify(problems).length).toBeLessThan(20_000);
    expect((spent.user + spent.system) / 1_000).toBeLessThan(limitMilliseconds);
  });

  test('bytes that are no UTF-8, with their place', () => {
    const bytes = Buffer.concat([
      Buffer.from('Name: \ufffd é\nNote: '),
      Buffer.from([0xe9]),
      Buffer.from(' x'),
    ]);
    expect(readRules(bytes, 'f').problems).toEqual([
      {
        file: 'f',
        line: 2,
        column: 7,
        what: 'The bytes here are no UTF-8 (byte 19: 0xe9).',
        instead: 'Save the file as UTF-8; another encoding, such as Latin-1, was used, or it is no text.',
      },
    ]);
  });

  test('but a byte order mark and line ends of Windows are nothing bad', () => {
    const text = '\ufeffName: a\r\nSites:\r\n- Hosts: [a.org]\r\n';
    expect(readRules(Buffer.from(text), 'f').rules).toMatchObject({
      name: 'a',
      sites: [{ hosts: ['a.org'] }],
    });
    expect(readRules(text, 'f').problems).toEqual([]);
  });
});

describe('whatever a file is, it is rules or problems', () => {
  const sound = (input: string | Uint8Array): void => {
    const { rules, problems } = readRules(input, 'f');
    expect(rules === undefined).toBe(problems.length > 0);
    const text = typeof input === 'string' ? input : Buffer.from(input).toString('utf8');
    const lines = text.split(/\r\n|\r|\n/);
    for (const { line, column, what, instead } of problems) {
      expect(lines[line - 1]).toBeDefined();
      expect(column).toBeGreaterThan(0);
      expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
      expect(what).toMatch(/\.$/);
      expect(instead).toMatch(/\.$/);
    }
  };
  const words = fc.constantFrom(
    ...[
      'Sites',
      'Hosts',
      'Rules',
      'Match',
      'To',
      'Status',
      'Tests',
      'Url',
      'Expect',
      'Defaults',
      'Headers',
      'Hsts',
      'Query',
    ],
    ...[
      'Regex',
      'a.org',
      '/a',
      '/:x',
      'https://b.org/',
      '301',
      'true',
      'null',
      '$1',
      ':x',
      '(',
      '*',
      '',
      '~',
      '\ud800',
    ],
    ...[
      ': ',
      '\n',
      '\n  ',
      '\n- ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&a',
      '\t',
      '\0',
      '\r',
      'é',
      '__proto__',
    ],
  );

  test('of any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), sound), { numRuns: 150 * moreRuns });
  });

  test('of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), sound), { numRuns: 150 * moreRuns });
  });

  test('of words that rule files have', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 25 }).map((all) => all.join('')),
        sound,
      ),
      { numRuns: 300 * moreRuns },
    );
  });

  test('of any values where others belong', () => {
    const scalar = fc.oneof(words, fc.integer(), fc.boolean(), fc.constant(null), fc.double());
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6, depthSize: 'max' },
        scalar,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(words, tie('value'), { maxKeys: 6 }),
      ),
    }));
    const file = fc.record(
      {
        Name: value,
        Defaults: value,
        Policy: value,
        Sites: fc.array(
          fc.record(
            {
              Hosts: fc.oneof(value, fc.array(words)),
              Defaults: value,
              Rules: fc.oneof(value, fc.array(value)),
              Unmatched: value,
            },
            { requiredKeys: [] },
          ),
        ),
        Tests: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(file, (any) => sound(JSON.stringify(any))),
      { numRuns: 150 * moreRuns },
    );
  });

  test('of a good file with a piece of it changed', () => {
    const good = `Defaults: {Status: 302, Headers: {X-A: b}}
Sites:
- Hosts: [a.org, '*.b.org']
  Rules:
  - Match: /a/:id/*
    To: https://c.org/:id/:splat
    Tests:
    - {Url: /a/1/b, Expect: https://c.org/1/b}
  - Match: {Regex: '^/(?<x>[a-z]+)$', Query: {q: {Regex: ^1}}, Country: [DE]}
    To: https://c.org/$x
    Expires: 2027-01-01
  Unmatched: {Status: 410, Body: "gone"}
`;
    expect(readRules(good, 'f').problems).toEqual([]);
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(8), words, (at, length, word) =>
        sound(good.slice(0, at) + word + good.slice(at + length)),
      ),
      { numRuns: 150 * moreRuns },
    );
  });
});

describe('a file of 10,000 rules', () => {
  test('is read in seconds, each rule with its place', () => {
    const text =
      start +
      Array.from(
        { length: 10_000 },
        (_, n) => `  - Match: /some/path/${n}\n    To: https://b.org/target/${n}\n`,
      ).join('');
    const before = process.cpuUsage();
    const { rules } = readRules(text, 'f');
    const spent = process.cpuUsage(before);
    expect(rules!.sites[0]!.rules[7_777]!.at).toEqual({ file: 'f', line: 4 + 2 * 7_777, column: 5 });
    expect((spent.user + spent.system) / 1_000_000).toBeLessThan(20);
  });
});
