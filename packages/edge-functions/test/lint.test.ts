import { limits, lint, regexProblem } from '@cutover/edge-functions';
import { allowed } from './allowed';
import { refused } from './refused';
import { samples } from './samples';

describe('the lint refuses', () => {
  test.each(refused.map(({ sentence, ...rest }) => [sentence, rest] as const))('%s', (_, { code, rule }) => {
    const problems = lint(code);
    expect(problems.map((each) => each.rule)).toContain(rule);
    for (const { what, instead } of problems) expect([what, instead]).not.toContain('');
  });
});

describe('the lint allows', () => {
  test.each(allowed)('%s', (_, code) => {
    expect(lint(code)).toEqual([]);
  });

  test.each(samples.map(({ name, code }) => [name, code]))('the sample: %s', (_, code) => {
    expect(lint(code!)).toEqual([]);
  });
});

describe('a finding', () => {
  test('names line and column, what is wrong, and what to write', () => {
    const code = "import cf from 'cloudfront';\nasync function handler(event) {\n  return event?.request;\n}";
    expect(lint(code)).toEqual([
      { rule: 'syntax', line: 3, column: 10, what: '?. is not supported', instead: 'a && a.b' },
    ]);
  });

  test('stands in the order of the code', () => {
    const code = 'function handler(event) {\n  const [a] = [...event];\n  return new Map();\n}';
    expect(lint(code).map(({ line, column }) => [line, column])).toEqual([
      [2, 9],
      [2, 16],
      [3, 14],
    ]);
  });

  test('is one where code does not parse, at its place', () => {
    expect(lint('function handler(event) {\n  return 1 +;\n}')).toEqual([
      expect.objectContaining({ rule: 'syntax', line: 2, column: 13 }),
    ]);
  });

  test('is there once for one closure, however often it reads the name', () => {
    const code =
      'async function handler(e) { const a = await e; function f() { return a + a; } return f(); }';
    expect(lint(code)).toHaveLength(1);
  });
});

describe('the size', () => {
  const ofBytes = (bytes: number) => 'function handler(e) { return e; }//'.padEnd(bytes, 'x');

  test('may be the quota, and not a byte more', () => {
    expect(lint(ofBytes(limits.codeBytes))).toEqual([]);
    expect(lint(ofBytes(limits.codeBytes + 1))).toHaveLength(1);
  });

  test('is counted in bytes, not in characters', () => {
    const code = ofBytes(limits.codeBytes - 1);
    expect(lint(`${code}é`)).toHaveLength(1);
  });
});

describe('a regex', () => {
  test.each(['^/u/([^/]+)/*$', '^(?<id>(?:/\\w{2,3}(?:-\\w{2,6})?))/x', '[\\w.-]+', '[\\]-]|\\[', 'a{2}$'])(
    'may be %s',
    (source) => {
      expect(regexProblem(source)).toBeUndefined();
    },
  );

  test.each([
    ['a*+', 'possessive'],
    ['(?i:a)', 'inline flags'],
    ['\\Ga', 'an anchor of PCRE'],
    ['(', 'no regex'],
    ['[[:digit:]]', 'a POSIX class'],
  ])('may not be %s: %s', (source) => {
    expect(regexProblem(source)).toEqual({ what: expect.any(String), instead: expect.any(String) });
  });
});
