import fc from 'fast-check';
import { parse } from 'yaml';
import { type AuthorFile, type AuthorRule, type AuthorSite, prepare, readRules, writeRules } from '../../src';

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });
const one = <const T>(...values: T[]) => fc.constantFrom(...values);
const prose = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const headerText = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
const headers = fc
  .dictionary(fc.stringMatching(/^X-[A-Za-z]{1,3}$/), headerText, { maxKeys: 3 })
  .filter(
    (all) => new Set(Object.keys(all).map((name) => name.toLowerCase())).size === Object.keys(all).length,
  );
const hsts = fc.oneof(
  fc.constant(false as const),
  fc.record({
    MaxAge: fc.nat(99_999),
    IncludeSubDomains: optional(fc.boolean()),
    Preload: optional(fc.boolean()),
  }),
);
const cacheControl = fc.oneof(fc.constant(false as const), one('no-store', 'max-age=60, public'));
const path = one(
  '/',
  '/a',
  '/a/',
  '/A-b',
  '/a:b',
  '/x/:id',
  '/x/:id/y',
  '/x/*',
  "/it's",
  '/a, b',
  '/é',
  '/#'.slice(0, 1),
  '*',
);
const regex = one('^/a', '^/u/([^/]+)/*$', '^/(?<id>\\d+)$', '(?i)^/x', '^/[{,}]: #', '.', '-', '^');
const target = one(
  'https://b.org/',
  'https://b.org/a?x=1#y',
  'http://c.org:8080/$$',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language's own
  'https://b.org/${query.a}',
);
const encoding = one('Raw', 'Nginx');
const pathMode = one('Keep', 'Drop');
const queryMode = one('Keep', 'Drop', 'Merge');

const declaredTest = fc.record({
  comment: optional(prose),
  Url: one('/', '/a?b', 'https://a.org/a', 'http://h0.example.org/'),
  Headers: optional(fc.dictionary(one('Accept', 'X-A'), headerText)),
  Expect: fc.oneof(
    target,
    one(301, 404),
    fc.record({ Location: target }),
    fc.record({ Status: one(301, 410), Location: optional(target), Headers: optional(headers) }),
  ),
});

const match = fc.oneof(
  path,
  fc.record({
    Path: optional(path),
    IgnoreCase: optional(fc.boolean()),
    IgnoreTrailingSlash: optional(fc.boolean()),
  }),
  fc.record({ Regex: regex, On: optional(one('Path', 'Uri')), IgnoreCase: optional(fc.boolean()) }),
  fc.record({
    Query: optional(fc.dictionary(one('a', '7', 'no', 'x y'), fc.oneof(prose, fc.record({ Regex: regex })))),
    QueryRegex: optional(regex),
    UriRegex: optional(regex),
    Country: optional(fc.uniqueArray(one('DE', 'NO', 'AT'), { minLength: 1 })),
  }),
);

const shared = { Headers: optional(headers), Hsts: optional(hsts), CacheControl: optional(cacheControl) };
const redirect = {
  To: target,
  Status: optional(one(301, 302, 308)),
  Path: optional(pathMode),
  Query: optional(queryMode),
};
const body = fc.oneof(
  prose,
  one('<p>\n  gone\n', 'a\n\nb'),
  fc.record({ Text: prose, ContentType: optional(one('text/html')) }),
);
const end = { Status: one(404, 410, 451, 503), Body: optional(body) };
const outcome = fc.oneof(fc.record({ ...redirect, ...shared }), fc.record({ ...end, ...shared }));
const rule: fc.Arbitrary<AuthorRule> = fc
  .tuple(
    outcome,
    fc.record({
      comment: optional(prose),
      Match: optional(match),
      Encoding: optional(encoding),
      NotBefore: optional(one('2026-05-01')),
      Expires: optional(one('2027-05-01T09:00:00Z')),
      Owner: optional(prose),
      Ticket: optional(one('1234', 'WEB-1', '~')),
      Note: optional(prose),
      Silence: optional(fc.dictionary(one('chain', 'no'), prose)),
      Tests: optional(
        fc.array(
          declaredTest.filter(({ Url }) => !Url.startsWith('https://a')),
          { maxLength: 2 },
        ),
      ),
    }),
  )
  .map(([answer, rest]) => ({ ...rest, ...answer }));

const siteDefaults = {
  Status: optional(one(301, 302)),
  Path: optional(pathMode),
  Query: optional(queryMode),
  ...shared,
  Case: optional(one('Sensitive', 'Ignore')),
  TrailingSlash: optional(one('Exact', 'Ignore')),
  Encoding: optional(encoding),
};
const site = fc.record({
  comment: optional(prose),
  Defaults: optional(fc.record(siteDefaults)),
  Rules: optional(fc.array(rule, { maxLength: 4 })),
  Unmatched: optional(outcome),
  Tests: optional(
    fc.array(
      declaredTest.filter(({ Url }) => Url.startsWith('/')),
      { maxLength: 2 },
    ),
  ),
});

/** Hosts of their own, the first of which tests may ask; now and then more than fit a line. */
const withHosts = (part: object, place: number): AuthorSite => ({
  ...part,
  Hosts: Array.from(
    { length: place === 1 ? 9 : 1 },
    (_, n) => `h${place === 0 ? '0' : `${place}-${n}`}.example.org`,
  ),
});

const files: fc.Arbitrary<AuthorFile> = fc
  .record({
    comment: optional(prose),
    Name: optional(one('redirects', 'marketing', '1', 'no')),
    Defaults: optional(fc.record({ ...siteDefaults, Unmatched: optional(outcome) })),
    Policy: optional(
      fc.record({
        MinRuleCoverage: optional(fc.nat(100)),
        AllowedTargets: optional(fc.constant(['*.b.org'])),
      }),
    ),
    Sites: fc.array(site, { maxLength: 3 }),
    Tests: optional(
      fc.array(
        declaredTest.filter(({ Url }) => Url.startsWith('http')),
        { maxLength: 2 },
      ),
    ),
  })
  .map((file) => ({ ...file, Sites: file.Sites.map(withHosts) }) as AuthorFile)
  // Tests that name h0 belong to its site alone.
  .map((file) =>
    JSON.parse(
      JSON.stringify(file, (key, value) =>
        key === 'Url' && value.startsWith('http://h0') ? 'https://h0.example.org/' : value,
      ),
    ),
  );

const onlyFirstSiteNamesItsHost = (file: AuthorFile): boolean =>
  !JSON.stringify(file.Sites.slice(1)).includes('h0.example.org');

/** Without places and comments, which a written file has elsewhere or not at all. */
const essence = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, member) => (['at', 'comment'].includes(key) ? undefined : member)));

describe('rules that were written', () => {
  const valid = files.filter(onlyFirstSiteNamesItsHost);

  test('are read as the same rules, however much of them goes without saying', () => {
    fc.assert(
      fc.property(valid, (file) => {
        const long = readRules(JSON.stringify(essence(file)), 'f');
        const short = readRules(writeRules(file), 'f');
        expect(long.problems).toEqual([]);
        expect(short.problems).toEqual([]);
        expect(essence(short.rules)).toEqual(essence(long.rules));
      }),
      { numRuns: 200 },
    );
  });

  test('are YAML to others too', () => {
    fc.assert(
      fc.property(valid, (file) => {
        const text = writeRules(file);
        const yaml = readRules(JSON.stringify(parse(text)), 'f');
        expect(essence(yaml.rules)).toEqual(essence(readRules(text, 'f').rules));
      }),
    );
  });

  test('are written in the same way when they are read and written again', () => {
    fc.assert(
      fc.property(valid, (file) => {
        const text = writeRules(essence(file) as AuthorFile);
        expect(writeRules(parse(text))).toBe(text);
      }),
    );
  });

  test('can be evaluated: what the evaluator refuses, the reader has refused', () => {
    fc.assert(
      fc.property(valid, fc.webPath(), (file, uri) => {
        const answer = prepare(readRules(writeRules(file), 'f').rules!);
        for (const { Hosts } of file.Sites)
          expect(answer({ host: Hosts[0]!, uri, now: 0 }).rule).not.toBe('no site');
      }),
    );
  });
});
