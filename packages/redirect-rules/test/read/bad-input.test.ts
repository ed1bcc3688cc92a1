import fc from 'fast-check';
import { readRules } from '../../src';

const megabytes = (count: number, unit: string): string =>
  unit.repeat(Math.ceil((count * 1_000_000) / unit.length));
const start = 'Sites:\n- Hosts: [a.org]\n  Rules:\n';

/** It takes a second on a desk. Machines that test are shared, and slower by some times. */
const limitMilliseconds = 4_000;

describe('what is no rule file is refused in a second, in some times its own size', () => {
  test.each<[sentence: string, make: () => string | Uint8Array, what: RegExp]>([
    ['10 MB of one letter', () => megabytes(10, 'a'), /longer than 65,536/],
    [
      '10 MB of one line in a rule',
      () => `${start}  - To: https://b.org/${megabytes(10, 'a')}`,
      /longer than 65,536/,
    ],
    ['10 MB of an open quote', () => `Name: "${megabytes(10, 'a\\"')}`, /never closed/],
    ['10 MB of a text over lines', () => `Name: "${megabytes(10, 'a\n')}"`, /longer than 65,536/],
    ['10 MB of open brackets', () => megabytes(10, '['), /nested deeper|list in a list/],
    ['10 MB of open braces', () => megabytes(10, '{a: '), /nested deeper/],
    ['10 MB of dashes', () => megabytes(10, '- '), /nested deeper/],
    [
      '10 MB of deeper and deeper keys',
      () => Array.from({ length: 4_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
      /nested deeper/,
    ],
    ['10 MB of empty lists', () => `[${megabytes(10, '[],')}]`, /list stands in a list/],
    ['10 MB of empty mappings', () => `Sites: [${megabytes(10, '{},')}]`, /more than 1,000,000/],
    ['10 MB of a list of numbers', () => `[${megabytes(10, '1,')}]`, /more than 1,000,000/],
    [
      '10 MB of keys',
      () => Array.from({ length: 1_000_000 }, (_, n) => `k${n}: 1\n`).join(''),
      /more than 1000 keys/,
    ],
    ['10 MB of blanks', () => `a${megabytes(10, ' ')}b`, /longer than 65,536/],
    ['10 MB of line ends', () => megabytes(10, '\n'), /the file is empty/],
    ['10 MB of colons', () => megabytes(10, 'a: '), /second key/],
    ['a bomb of aliases', () => `a: &a [x]\nb: &b [*a,*a]\n`, /Anchors are not read/],
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
      '100,000 rules with the same mistake',
      () => start + '  - Match: /a\n    Too: https://b.org/\n'.repeat(100_000),
      /no key of a rule/,
    ],
    ['100,000 hosts that are none', () => `Sites:\n- Hosts:\n${'  - x\n'.repeat(100_000)}`, /no dot/],
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
        what: 'The bytes here are no UTF-8.',
        instead: 'Save the file as UTF-8; another encoding, such as Latin-1, was used.',
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
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), sound), { numRuns: 1_000 });
  });

  test('of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), sound), { numRuns: 1_000 });
  });

  test('of words that rule files have', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 25 }).map((all) => all.join('')),
        sound,
      ),
      { numRuns: 2_000 },
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
      { numRuns: 1_000 },
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
      { numRuns: 1_000 },
    );
  });
});

describe('a file of 100,000 rules', () => {
  test('is read in seconds, each rule with its place', () => {
    const text =
      start +
      Array.from(
        { length: 100_000 },
        (_, n) => `  - Match: /some/path/${n}\n    To: https://b.org/target/${n}\n`,
      ).join('');
    const before = process.cpuUsage();
    const { rules } = readRules(text, 'f');
    const spent = process.cpuUsage(before);
    expect(rules!.sites[0]!.rules[77_777]!.at).toEqual({ file: 'f', line: 4 + 2 * 77_777, column: 5 });
    expect((spent.user + spent.system) / 1_000_000).toBeLessThan(5);
  });
});
