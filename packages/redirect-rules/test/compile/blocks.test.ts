import { compile, prepare, type RuleSet } from '../../src';
import { portable } from '../../src/evaluate/regex/portable';
import { askEdge } from '../support/edge';
import { exact, pattern, regex, rule, ruleSet, site } from '../support/sets';

async function expectLocations(rules: RuleSet, host: string, uris: readonly string[]): Promise<void> {
  const asked = uris.map((uri) => ({ host, uri, now: 0 }));
  const answers = await askEdge(compile(rules), asked);
  expect(answers.map(({ location }) => location)).toEqual(
    asked.map(prepare(rules)).map(({ location }) => location),
  );
}

const paths = (count: number, to: string) =>
  Array.from({ length: count }, (_, at) =>
    rule(`${to}${at}`, {
      match: { ...exact(`/page-${at}`), encoding: 'nginx' },
      to: `https://${to}.org/${at}`,
    }),
  );

describe('exact paths that no index has stand in a block of the record', () => {
  it('behind a line that says what they are, and how long', () => {
    const { items } = compile(ruleSet(site('a.org', paths(2, 'b'))));
    expect(items.get('h:a.org')).toMatch(
      /^000001![^\n]*\n=A\d{3}\n\/page-0\t https:\/\/b\.org\/0\n\/page-1\t/,
    );
  });

  it('and the rules before and behind them keep their places', () =>
    expectLocations(
      ruleSet(
        site('a.org', [
          rule('first', { match: pattern('/page-1*'), to: 'https://first.org/' }),
          ...paths(4, 'b'),
          rule('last', { to: 'https://last.org/' }),
        ]),
      ),
      'a.org',
      ['/page-0', '/page-1', '/page-1x', '/page-2', '/page-', '/'],
    ));

  it('which no decoded tab or line feed of a request takes for another', () =>
    expectLocations(ruleSet(site('a.org', paths(3, 'b'))), 'a.org', [
      '/page-1%09b',
      '/page-1%0A/page-2',
      '/page-1%0A',
      '/page-1%09',
      '/page%2D1',
    ]));

  it('and a path that nginx would refuse takes no rule behind them for a path', () =>
    expectLocations(
      ruleSet(
        site('a.org', [
          ...paths(2, 'b'),
          rule('last', { match: { ...pattern('/a/*'), encoding: 'nginx' }, to: 'https://last.org/' }),
        ]),
      ),
      'a.org',
      ['/%00', '/%', '/../', '/a/b'],
    ));

  it('which no path as sent is, where nginx would see another', () =>
    expectLocations(
      ruleSet(
        site('a.org', [
          ...paths(2, 'b'),
          ...['/a//b', '/a/./b', '/a/..', '/a%2Fb'].map((path) =>
            rule(path, { match: { ...exact(path), encoding: 'nginx' }, to: 'https://never.org/' }),
          ),
        ]),
      ),
      'a.org',
      ['/a//b', '/a/./b', '/a/..', '/a%2Fb', '/a%252Fb', '//page-0', '/./page-1', '/page-0'],
    ));

  it('each in its own wildcard, where several share an item', () =>
    expectLocations(
      ruleSet(site('*.x.a.org', paths(2, 'b')), site('*.y.a.org', paths(4, 'c'))),
      'z.x.a.org',
      ['/page-1', '/page-3'],
    ));

  it('cut where an item is full', () =>
    expectLocations(
      ruleSet(
        site('a.org', [
          ...Array.from({ length: 12 }, (_, at) =>
            rule(`r${at}`, { match: exact(`/${at}`), to: `https://b.org/${'x'.repeat(120)}${at}` }),
          ),
        ]),
      ),
      'a.org',
      Array.from({ length: 13 }, (_, at) => `/${at}`),
    ));
});

const guards: readonly [source: string, prefix: string, literal: string, marks: string | undefined][] = [
  ['^/a/(.*)$', '/a/', '', '*$'],
  ['^/a/(.+)', '/a/', '', '+'],
  ['^/a', '/a', '', '-'],
  ['^/$', '/', '', '$'],
  ['^/a/(.*?)$', '/a/', '', undefined],
  ['^/a/(?:.*)$', '/a/', '', undefined],
  ['^/(?:en|de)/gallery/All', '/', '/gallery/All', undefined],
  ['url=(\\d+)', '', 'url=', undefined],
  ['a(bc)d', '', 'abcd', undefined],
  ['a(?:bc)?d', '', '', undefined],
  ['abc|abd', '', '', undefined],
  ['(?i)abc[0-9]', '', '', undefined],
  ['(?!abc)(?:x|y)', '', '', undefined],
];

describe('a regex is spared by what its text must have:', () => {
  test.each(guards)('%s', (source, prefix, literal, marks) => {
    const { guarded } = portable({ source, ignoreCase: false }, 'bytes');
    expect([guarded.prefix, guarded.literal, guarded.marks]).toEqual([prefix, literal, marks]);
  });

  it('a rest of the line ends where the regex would have ended', () =>
    expectLocations(
      ruleSet(
        site(
          'a.org',
          ['^/a/(.*)$', '^/b/(.+)$', '^/c/(.*)', '^/d/(.+)', '^/e/$', '^/f/'].map((source) =>
            rule(source, {
              match: { ...regex(source), encoding: 'nginx' },
              to: source.includes('(') ? 'https://b.org/$1' : 'https://b.org/none',
            }),
          ),
        ),
      ),
      'a.org',
      ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((at) =>
        ['', 'x', '%0A', 'x%0A', 'x%0Ay', '%0Ay', 'x%0A%0A', 'x%20y'].map((end) => `/${at}/${end}`),
      ),
    ));
});
