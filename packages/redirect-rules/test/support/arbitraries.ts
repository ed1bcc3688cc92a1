// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of the rule language
import fc from 'fast-check';
import type { Match, Outcome, PathMatch, Request, Rule, RuleSet, Site, Target, TextMatch } from '../../src';
import { at, rule } from './sets';

/*
 * Small alphabets, so that rules and requests meet: paths of few segments, few hosts, few parameters; and what is
 * awkward in each.
 */
const segment = fc.constantFrom(
  ...['a', 'b', 'A', 'ab', 'a.html', 'x1', 'a b', 'é', '€', '$', 'a$1', ':id', 'a+b', '日本', "it's"],
);
const sentSegment = fc.constantFrom(
  ...[
    'a',
    'b',
    'A',
    'B',
    'ab',
    'a.html',
    'x1',
    'a%20b',
    '%C3%A9',
    '%c3%a9',
    'é',
    '%E2%82%AC',
    '%E9',
    '%ff',
    '$',
  ],
  ...[
    'a$1',
    'a+b',
    '%2B',
    '%26',
    '%3F',
    '%3f',
    '%23',
    '%25',
    '%2F',
    '%7Ea',
    '.',
    '..',
    '%2e%2e',
    '',
    '%0A',
    '%0a',
  ],
  ...['%0D%0A', '%00', '%zz', '%', ';', '<"', '@', 'evil.com', '%5C', "it's", '日本', '%C2%A0', ':id'],
);
const joined = (parts: fc.Arbitrary<string>, most = 3): fc.Arbitrary<string> =>
  fc.tuple(fc.array(parts, { maxLength: most }), fc.constantFrom('', '', '/')).map(([all, end]) => {
    const path = `/${all.join('/')}`;
    return path === '/' ? path : path + end;
  });

const parameterName = fc.constantFrom('a', 'b', 'utm', 'A');
const value = fc.constantFrom('', '1', '2', 'x%20y', 'a+b', '%3F', '/p', '.evil.com', '%2Fq', 'é', 'es-AR');
const pair = fc
  .tuple(parameterName, value, fc.boolean())
  .map(([name, text, bare]) => (bare ? name : `${name}=${text}`));
const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant('?') },
  {
    weight: 5,
    arbitrary: fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => `?${pairs.join('&')}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('?&', '?a&&b', '?=', '?a=1?b=2', '?==', '?x=é ü') },
);

const hosts = [
  'a.org',
  'www.a.org',
  'b.a.org',
  'c.b.a.org',
  'd.c.b.a.org',
  'b.org',
  'x.net',
  'deep.x.net',
  'single',
];
const names = [...hosts, '*.a.org', '*.b.a.org', '*.b.org', '*.net', '*.c.b.a.org'];
const sentHost = fc
  .tuple(fc.constantFrom(...hosts, 'no.where', 'y.b.org', 'q.net', '.a.org', '*.a.org'), fc.nat({ max: 9 }))
  .map(([host, how]) => [`${host}.`, `${host}:443`, host.toUpperCase(), `${host}.:8080`][how] ?? host);

export const request: fc.Arbitrary<Request> = fc.record(
  {
    host: sentHost,
    uri: fc.tuple(joined(sentSegment), query).map(([path, search]) => path + search),
    headers: fc.constantFrom<Record<string, string>[]>(
      {},
      {},
      { 'cloudfront-viewer-country': 'DE' },
      { 'cloudfront-viewer-country': 'AR' },
    ),
    now: fc.constantFrom(1_000, 2_000, 3_000),
  },
  { requiredKeys: ['host', 'uri', 'now'] },
);

const regexSource = fc.constantFrom(
  ...[
    '^/(.*)$',
    '^/(a|b)/?(.*)',
    '/([^/]+)/*$',
    '^/(?<id>[a-z]+)',
    '^/ab?',
    'a',
    '^(.*)$',
    '^/\\w+$',
    '(?:/\\w{1,2})+',
  ],
  ...[
    '^/([^\\x00-\\x1F]+)',
    '\\s',
    '\\S+$',
    '^/.$',
    '^/..$',
    '[^/]$',
    '^/é',
    '^/(?:a|é)+$',
    '^/(?!a).*$',
    '\\.html$',
  ],
  ...[
    '^/a\\b',
    '^/([\\x80-\\xff]+)',
    '(\\d)',
    '^/A',
    '^/[A-Z]$',
    '(?<=/)b',
    '^',
    '$',
    '%',
    '^/(a)?(b)?',
    '^/a\\?',
  ],
);
const regex = fc.record({ source: regexSource, ignoreCase: fc.boolean() });
const queryRegex = fc.record({
  source: fc.constantFrom('a=(?<v>[^&]*)', '^$', '^a', '(b)', 'x%20y', '^(?<v>.*)$', '\\d'),
  ignoreCase: fc.boolean(),
});

const path: fc.Arbitrary<PathMatch> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<PathMatch>({ kind: 'any' }) },
  { weight: 6, arbitrary: joined(segment).map((text): PathMatch => ({ kind: 'exact', path: text })) },
  { weight: 3, arbitrary: patternText().map((pattern): PathMatch => ({ kind: 'pattern', pattern })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(regex, fc.constantFrom('path', 'uri'))
      .map(([found, on]): PathMatch => ({ kind: 'regex', regex: found, on: on as 'path' | 'uri' })),
  },
);

function patternText(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(fc.oneof(segment, fc.constantFrom(':id', ':name')), { maxLength: 2 }),
      fc.constantFrom('', '/', '/*', '*'),
    )
    .map(([parts, end]) => `/${[...new Set(parts)].join('/')}${end}`.replace(/^\/\/+/, '/'));
}

const textMatch: fc.Arbitrary<TextMatch> = fc.oneof(
  value.map((text): TextMatch => ({ kind: 'text', text })),
  queryRegex.map((found): TextMatch => ({ kind: 'regex', regex: found })),
);

const match: fc.Arbitrary<Match> = fc.record(
  {
    path,
    query: fc.dictionary(parameterName, textMatch, { maxKeys: 2 }),
    queryRegex,
    uriRegex: regex,
    country: fc.constantFrom(['DE'], ['DE', 'AR']),
    ignoreCase: fc.boolean(),
    ignoreTrailingSlash: fc.boolean(),
    encoding: fc.constantFrom('raw', 'raw', 'nginx'),
  },
  { requiredKeys: ['path', 'ignoreCase', 'ignoreTrailingSlash', 'encoding'] },
);

/** Mostly a path and nothing else, as in life. */
const usualMatch: fc.Arbitrary<Match> = fc.oneof(
  { weight: 1, arbitrary: match },
  {
    weight: 3,
    arbitrary: fc.record({
      path,
      ignoreCase: fc.constant(false),
      ignoreTrailingSlash: fc.constantFrom(false, false, true),
      encoding: fc.constantFrom('raw', 'raw', 'nginx'),
    }),
  },
);

const targetUrl = fc.constantFrom(
  ...[
    'https://t.org',
    'https://t.org/',
    'https://t.org/x',
    'https://t.org/x/?a=0',
    'https://t.org/x?',
    'https://t.org/#f',
  ],
  ...[
    'https://t.org/?a=0&b#f?g',
    'https://t.org/é $$1',
    'https://t.org/$$',
    'https://t.org/x:y',
    'http://t.org/c;d',
  ],
);
/** Where captures are; `1`, `2`, `v`: whatever the match has. */
const capturing = fc.constantFrom(
  ...[
    'https://t.org/1',
    'https://t.org1',
    'https://1.t.org/',
    'https://t.org/p?q=1&r=2',
    'https://t.org/1/2#1',
    'https://1/',
  ],
  ...['https://t.org/x?u=v', 'https://v.t.org/p', 'https://t.org/1?', 'https://t.org:1/'],
);
const withParameter = fc.constantFrom(
  ...[
    'https://t.org/${query.a}',
    'https://t.org/p?x=${query.b}',
    'https://t.org${query.a}',
    'https://${query.utm}.t.org/',
  ],
);

const target: fc.Arbitrary<Target> = fc.record({
  url: fc.oneof(targetUrl, capturing, withParameter),
  path: fc.constantFrom('keep', 'drop', 'drop'),
  query: fc.constantFrom('keep', 'drop', 'merge'),
});

const headers = fc.constantFrom({}, {}, { 'x-one': '1' }, { 'x-one': '100% "q"', 'x-two': 'a=b; c' });
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record(
      {
        status: fc.constantFrom(301, 302, 307),
        target,
        headers,
        hsts: fc.record({
          maxAgeSeconds: fc.constantFrom(60, 31_536_000),
          includeSubDomains: fc.boolean(),
          preload: fc.boolean(),
        }),
        cacheControl: fc.constantFrom('no-store', 'max-age=60'),
      },
      { requiredKeys: ['status', 'target', 'headers'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        status: fc.constantFrom(404, 410, 503),
        headers,
        body: fc.record({
          text: fc.constantFrom(
            'gone',
            'a\nb\tc\v%41 é 100%',
            'x'.repeat(700),
            `long é ${'é'.repeat(1_500)}`,
          ),
          contentType: fc.constantFrom('text/plain', 'text/html; charset=utf-8'),
        }),
      },
      { requiredKeys: ['status', 'headers'] },
    ),
  },
) as fc.Arbitrary<Outcome>;

const anyRule: fc.Arbitrary<Rule> = fc
  .tuple(
    usualMatch,
    outcome,
    fc.constantFrom(undefined, undefined, undefined, 2_000),
    fc.constantFrom(undefined, undefined, 3_000),
  )
  .map(([matched, answered, notBefore, expires]) => ({
    ...rule('any'),
    match: matched,
    outcome: withCaptures(answered, matched),
    notBefore,
    expires,
  }));

/** Writes the captures that the match has where the template wants some; where it has none, a text. */
function withCaptures(answered: Outcome, { path: found, queryRegex: byQuery }: Match): Outcome {
  if (answered.target === undefined || !/[12v]/.test(answered.target.url)) return answered;
  const numbered = numberedCaptures(found);
  const url = answered.target.url.replace(/1|2|\bv\b/g, (each, position: number, all: string) => {
    if (all[position - 1] === '$') return each;
    if (each === 'v') return byQuery?.source.includes('(?<v>') ? '$v' : 'w';
    return numbered[Number(each) - 1] ?? 'n';
  });
  return { ...answered, target: { ...answered.target, url } };
}

function numberedCaptures(found: PathMatch): string[] {
  if (found.kind === 'pattern') {
    const named = Array.from(found.pattern.matchAll(/(?<=\/):(\w+)(?=\/|$)/g), ([all]) => all);
    return found.pattern.endsWith('*') ? [...named, ':splat'] : named;
  }
  if (found.kind !== 'regex') return [];
  const count = new RegExp(`${found.regex.source}|`).exec('')!.length - 1;
  return ['$1', '$2'].slice(0, count);
}

const anySite = (most: number): fc.Arbitrary<Omit<Site, 'hosts' | 'id'>> =>
  fc.record({
    rules: fc.array(anyRule, { maxLength: most }),
    unmatched: outcome.map((each) =>
      each.target === undefined ? each : { ...each, target: { ...each.target, url: 'https://u.org/' } },
    ),
    tests: fc.constant([]),
    at: fc.constant(at),
  });

/** Sites with some of the hosts each, and no host in two. */
export const ruleSets = (mostRules: number): fc.Arbitrary<RuleSet> =>
  fc
    .tuple(fc.array(anySite(mostRules), { minLength: 1, maxLength: 4 }), fc.shuffledSubarray(names))
    .map(([all, order]) => {
      const sites = all.map((each, index) => {
        const own = order.filter((_, place) => place % all.length === index);
        const rules = each.rules.map((one, place) => ({ ...one, id: `s${index}-${place}` }));
        return { ...each, id: `s${index}`, hosts: own, rules };
      });
      return {
        name: 'any',
        sites: sites.filter(({ hosts: own }) => own.length > 0),
        policy: { minRuleCoverage: 0 },
        tests: [],
      };
    });
