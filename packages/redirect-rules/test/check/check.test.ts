import { check } from '../../src/check/check';
import type { Finding, FindingName } from '../../src/check/finding';
import { rulesOf } from '../rules-of';

const now = Date.UTC(2026, 5, 1);
const findingsOf = (text: string): Finding[] => check(rulesOf(text), { now });
const named = (text: string, name: FindingName): Finding[] =>
  findingsOf(text).filter((finding) => finding.name === name);

/** Of one first segment. */
const patterns = (count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `{Match: '/shop/:name/x${n}', To: 'https://b.org/${n}/:name'}`,
  ).join();

interface Case {
  readonly name: FindingName;
  readonly rules: string;
  /** Ids of the rules that it is said of. */
  readonly of: readonly string[];
  readonly example?: string;
  readonly says?: RegExp;
}

const found: readonly [sentence: string, each: Case][] = [
  [
    'a redirect to itself',
    {
      name: 'loop',
      rules: 'Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://a.org/x}]}]',
      of: ['one'],
      example: 'a.org/x',
    },
  ],
  [
    'two hosts that send each other their paths',
    {
      name: 'loop',
      rules: `
        Defaults: {Path: Keep}
        Sites:
          - {Hosts: [a.org], Rules: [{Id: one, To: https://b.org}]}
          - {Hosts: [b.org], Rules: [{Id: two, To: https://a.org}]}`,
      of: ['one', 'two'],
    },
  ],
  [
    'a wildcard whose target is below it',
    {
      name: 'loop',
      rules: 'Sites: [{Hosts: ["*.a.org"], Rules: [{Id: one, To: https://www.a.org/}]}]',
      of: ['one'],
    },
  ],
  [
    'a redirect that grows without an end',
    {
      name: 'loop',
      rules: 'Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x/*, To: "https://a.org/x/y/:splat"}]}]',
      of: ['one'],
    },
  ],
  [
    'a loop of the one path that two broad rules share',
    {
      name: 'loop',
      rules: `
        Sites:
          - {Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '^/(v[0-9]{3}.*)$'}, To: 'https://b.org/$1'}]}
          - {Hosts: [b.org], Rules: [{Id: two, Match: /v123, To: https://a.org/v123}], Unmatched: {To: https://c.org/}}`,
      of: ['one', 'two'],
    },
  ],
  [
    'what is unmatched and goes in a circle',
    {
      name: 'loop',
      rules: 'Sites: [{Hosts: [a.org], Unmatched: {To: https://a.org/no-such-page}}]',
      of: ['unmatched'],
    },
  ],
  [
    'a redirect to a host of the set that redirects again, with what to write',
    {
      name: 'chain',
      rules: `
        Sites:
          - {Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/y}]}
          - {Hosts: [b.org], Rules: [{Id: two, Match: /y, To: https://c.org/z}]}`,
      of: ['one'],
      says: /https:\/\/a.org\/x -> https:\/\/b.org\/y -> https:\/\/c.org\/z.*To: https:\/\/c.org\/z/,
    },
  ],
  [
    'a chain of whole hosts',
    {
      name: 'chain',
      rules: `
        Defaults: {Path: Keep}
        Sites:
          - {Hosts: [a.org], Rules: [{Id: one, To: https://b.org}]}
          - {Hosts: [b.org], Rules: [{Id: two, To: https://c.org}]}`,
      of: ['one'],
      says: /To: https:\/\/c.org\/, Path: Keep/,
    },
  ],
  [
    'a chain that carries a capture',
    {
      name: 'chain',
      rules: `
        Sites:
          - {Hosts: [a.org], Rules: [{Id: one, Match: /x/*, To: 'https://b.org/:splat'}]}
          - {Hosts: [b.org], Rules: [{Id: two, Path: Keep, To: https://c.org/y/}]}`,
      of: ['one'],
      says: /To: https:\/\/c.org\/y\/:splat/,
    },
  ],
  [
    'a redirect to a page of the set that is not there',
    {
      name: 'dead-end',
      rules: `
        Sites:
          - {Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/y}]}
          - {Hosts: [b.org], Rules: [{Id: two, Match: /z, To: https://c.org/}]}`,
      of: ['one'],
      example: 'a.org/x',
    },
  ],
  [
    'an exact path behind a star',
    {
      name: 'dead-rule',
      rules:
        'Sites: [{Hosts: [a.org], Rules: [{Match: /x/*, To: https://b.org/}, {Id: two, Match: /x/y, To: https://c.org/}]}]',
      of: ['two'],
      example: 'a.org/x/y',
    },
  ],
  [
    'a path behind a regex that takes all',
    {
      name: 'dead-rule',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/(.*)$'}, To: https://b.org/}, {Id: two, To: https://c.org/}]}]`,
      of: ['two'],
    },
  ],
  [
    'a pattern behind a wider one',
    {
      name: 'dead-rule',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Match: '/x/:a/:b', To: https://b.org/}, {Id: two, Match: '/x/:c/y', To: https://c.org/}]}]`,
      of: ['two'],
    },
  ],
  [
    'the same path again',
    {
      name: 'dead-rule',
      rules:
        'Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/}, {Id: two, Match: /x, To: https://c.org/}]}]',
      of: ['two'],
    },
  ],
  [
    'a path that others take by turns, which is not proved',
    {
      name: 'shadowed-rule',
      rules: `
        Sites:
          - Hosts: [a.org]
            Rules:
              - {Id: one, Match: {Regex: '^/x/[a-m0-9]'}, To: https://b.org/}
              - {Id: two, Match: {Regex: '^/x/[n-z]'}, To: https://b.org/}
              - {Id: three, Match: {Regex: '^/x/[a-z]+$'}, To: https://c.org/}`,
      of: ['three'],
    },
  ],
  [
    'a regex on path and query that ends where a parameter would begin',
    {
      name: 'query-blind',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '^/x$', On: Uri}, To: https://b.org/}]}]`,
      of: ['one'],
      example: 'a.org/x?utm_source=x',
    },
  ],
  [
    'an answer without HSTS beside others with it',
    {
      name: 'lost-hsts',
      rules: `
        Defaults: {Hsts: {MaxAge: 60}, Unmatched: {To: https://b.org/}}
        Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/, Hsts: false}]}]`,
      of: ['one'],
      example: 'a.org/x',
    },
  ],
  [
    'a target that the policy does not name',
    {
      name: 'foreign-target',
      rules: `
        Policy: {AllowedTargets: [b.org, '*.c.org']}
        Sites:
          - Hosts: [a.org]
            Rules:
              - {Id: named, Match: /1, To: https://b.org/}
              - {Id: below, Match: /2, To: https://www.c.org/}
              - {Id: other, Match: /3, To: https://b.org.evil.example/}`,
      of: ['other'],
      says: /b.org.evil.example/,
    },
  ],
  [
    'a host that is a capture',
    {
      name: 'open-redirect',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: '/x/:host', To: 'https://$host.example/y'}]}]`,
      of: ['one'],
    },
  ],
  [
    'a host that ends where a stranger may begin it',
    {
      name: 'open-redirect',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '^/x/(.*)$'}, To: 'https://$1example.com/'}]}]`,
      of: ['one'],
      says: /evil/,
    },
  ],
  [
    'a host below a written domain',
    {
      name: 'captured-host',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: '/x/:name', To: 'https://$name.example.com/'}]}]`,
      of: ['one'],
    },
  ],
  [
    'a regex whose time explodes',
    {
      name: 'hanging-regex',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '^/(a+)+$'}, To: https://b.org/}]}]`,
      of: ['one'],
      says: /exponential/,
    },
  ],
  [
    'a regex that looks for a loop everywhere',
    {
      name: 'hanging-regex',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '/x(.*)/y'}, To: https://b.org/}]}]`,
      of: ['one'],
      says: /2nd degree/,
    },
  ],
  [
    'a rule whose time is over',
    {
      name: 'expired',
      rules:
        'Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/, Expires: 2026-05-01}]}]',
      of: ['one'],
      says: /2026-05-01/,
    },
  ],
  [
    'a rule whose time is nearly over',
    {
      name: 'expiring',
      rules:
        'Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/, Expires: 2026-06-10}]}]',
      of: ['one'],
      says: /in 9 days/,
    },
  ],
  [
    'a regex without a declared test',
    {
      name: 'untested',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '^/x(\\d+)$'}, To: https://b.org/}]}]`,
      of: ['one'],
      example: 'a.org/x2024',
    },
  ],
  [
    'a query without a declared test that reaches it',
    {
      name: 'untested',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Path: /x, Query: {id: '7'}}, To: https://b.org/, Tests: [{Url: /x, Expect: 404}]}]}]`,
      of: ['one'],
      example: 'a.org/x?id=7',
    },
  ],
  [
    'fewer tested rules than the policy asks for',
    {
      name: 'low-coverage',
      rules: `
        Policy: {MinRuleCoverage: 60}
        Sites: [{Hosts: [a.org], Rules: [{Match: /x, To: https://b.org/, Tests: [{Url: /x, Expect: 301}]}, {Id: two, Match: /y, To: https://b.org/}]}]`,
      of: [''],
      says: /1 of 2 rules, 50 %.*two \(https:\/\/a.org\/y\)/,
    },
  ],
  [
    'a silence of nothing',
    {
      name: 'unknown-silence',
      rules:
        'Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/, Silence: {chian: known}}]}]',
      of: ['one'],
      says: /chian/,
    },
  ],
  [
    'patterns below one segment, which only trying finds',
    {
      name: 'key-reads',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Match: /about, To: https://b.org/}, ${patterns(100)}]}]`,
      of: ['a.org/shop/:name/x0'],
      example: 'a.org/no-such-page',
      says: /may take \d key reads; the aim is 4/,
    },
  ],
  [
    'a target that no value of a store holds',
    {
      name: 'quota',
      rules: `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Path: '/x/*'}, To: 'https://b.org/${'y'.repeat(1100)}'}]}]`,
      of: [''],
      says: /a\.org/,
    },
  ],
];

describe('check finds', () => {
  test.each(found)('%s', (_sentence, { name, rules, of, example, says }) => {
    const findings = named(rules, name);
    expect(findings.map(({ rule }) => rule)).toEqual(of);
    const [first] = findings;
    if (example !== undefined) expect(`${first?.example?.host}${first?.example?.uri}`).toBe(example);
    if (says !== undefined) expect(first?.says).toMatch(says);
  });

  test.each(['error', 'warning', 'note'] as const)(
    '%ss alone, which are the same as among all',
    (severity) => {
      for (const [, { rules }] of found) {
        const among = findingsOf(rules);
        // A regex that can hang is found whatever is looked for.
        const same = among.filter((each) => each.severity === severity || each.name === 'hanging-regex');
        expect(check(rulesOf(rules), { now, severity })).toEqual(same);
      }
    },
  );
});

const clean: readonly [sentence: string, name: FindingName, rules: string][] = [
  [
    'loop: a chain that ends',
    'loop',
    `Sites: [{Hosts: [a.org], Rules: [{Match: /x, To: https://a.org/y}, {Match: /y, To: https://b.org/}]}]`,
  ],
  [
    'chain: a target outside of the set',
    'chain',
    'Sites: [{Hosts: [a.org], Rules: [{Match: /x, To: https://b.org/}]}]',
  ],
  [
    'dead-rule: another country first',
    'dead-rule',
    'Sites: [{Hosts: [a.org], Rules: [{Match: {Path: /x, Country: [DE]}, To: https://b.org/}, {Match: /x, To: https://c.org/}]}]',
  ],
  [
    'dead-rule: a rule before it that expires',
    'dead-rule',
    'Sites: [{Hosts: [a.org], Rules: [{Match: /x, Expires: 2026-07-01, To: https://b.org/}, {Match: /x, To: https://c.org/, NotBefore: 2026-07-01}]}]',
  ],
  [
    'dead-rule: a path that the star before it leaves out',
    'dead-rule',
    'Sites: [{Hosts: [a.org], Rules: [{Match: /x/*, To: https://b.org/}, {Match: /x, To: https://c.org/}]}]',
  ],
  [
    'query-blind: a regex on the path',
    'query-blind',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/x$'}, To: https://b.org/}]}]`,
  ],
  [
    'lost-hsts: a site without any',
    'lost-hsts',
    'Sites: [{Hosts: [a.org], Rules: [{Match: /x, To: https://b.org/}]}]',
  ],
  [
    'open-redirect: a capture behind the host',
    'open-redirect',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/x/(.*)$'}, To: 'https://b.org/$1'}, {Match: '*', Path: Keep, To: https://b.org}]}]`,
  ],
  [
    'open-redirect: a capture at the end of the host, which must begin a path',
    'open-redirect',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^(.*)$'}, To: 'https://b.org$1'}]}]`,
  ],
  [
    'header-injection: an encoded line end, which stays encoded',
    'header-injection',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/x/(.*)$'}, Encoding: Nginx, To: 'https://b.org/$1'}]}]`,
  ],
  [
    "hanging-regex: loops that cannot take each other's characters",
    'hanging-regex',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/([^/]+)/([^/]+)/(.*)$'}, To: https://b.org/}]}]`,
  ],
  [
    'untested: a regex with a test',
    'untested',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/x$'}, To: https://b.org/, Tests: [{Url: /x, Expect: 301}]}]}]`,
  ],
  [
    'key-reads: a list that a few reads find',
    'key-reads',
    `Sites: [{Hosts: [a.org], Rules: [${patterns(20)}]}]`,
  ],
  [
    'key-reads: a silence at any rule of the site',
    'key-reads',
    `Sites: [{Hosts: [a.org], Rules: [${patterns(100)}, {Match: /x, To: https://b.org/, Silence: {key-reads: few visitors}}]}]`,
  ],
  ['untested: a path', 'untested', 'Sites: [{Hosts: [a.org], Rules: [{Match: /x, To: https://b.org/}]}]'],
  [
    'untested: a silence with a reason',
    'untested',
    `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '^/x$'}, To: https://b.org/, Silence: {untested: seen in the logs}}]}]`,
  ],
];

describe('check is content with', () => {
  test.each(clean)('%s', (_sentence, name, rules) => {
    expect(named(rules, name)).toEqual([]);
  });
});

describe('a finding', () => {
  const text = `
Sites:
  - Hosts: [a.org]
    Rules:
      - {Id: one, Match: /x, To: https://a.org/x}`;

  test('has its place, and the way to silence it', () => {
    expect(named(text, 'loop')).toEqual([
      {
        name: 'loop',
        severity: 'error',
        rule: 'one',
        at: expect.objectContaining({ file: 'rules.yaml', line: 5 }),
        says: expect.any(String),
        example: { host: 'a.org', uri: '/x', now },
        silence: 'Write into the rule: Silence: {loop: the reason}',
      },
    ]);
  });

  test('is silenced by its name and a reason', () => {
    expect(named(text.replace('/x}', '/x, Silence: {loop: a test of browsers}}'), 'loop')).toEqual([]);
  });

  test('is the same for the same rules', () => {
    expect(findingsOf(text)).toEqual(findingsOf(text));
  });
});

test('nothing is asked of rules whose regex can hang: the checks would hang with it', () => {
  const rules = `Sites: [{Hosts: [a.org], Rules: [{Match: {Regex: '${'.*a'.repeat(12)}'}, To: https://b.org/}]}]`;
  expect(findingsOf(rules).map(({ name }) => name)).toEqual(['hanging-regex']);
});
