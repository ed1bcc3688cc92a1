import { type AuthorFile, writeRules } from '../../src';

const written = (file: AuthorFile): string[] => writeRules(file).trimEnd().split('\n');
const to = 'https://b.org/';

describe('rules are written as a person would', () => {
  test('with comments above what they are about, and sites apart', () => {
    const file: AuthorFile = {
      comment: 'Hosts of old campaigns\nask marketing@example.org',
      Name: 'campaigns',
      Defaults: { Hsts: { MaxAge: 60, IncludeSubDomains: true } },
      Sites: [
        {
          comment: 'WEB-1',
          Hosts: ['a.org', '*.a.org'],
          Rules: [
            { Match: '/about', To: to, Status: 302 },
            { comment: 'WEB-2', Match: '/docs/*', To: 'https://b.org/:splat' },
          ],
          Unmatched: { Status: 410, Body: '<p>\n  Gone.\n' },
        },
        { Hosts: ['c.org'], Rules: [{ To: to, Path: 'Keep' }] },
      ],
    };
    expect(written(file)).toEqual([
      '# Hosts of old campaigns',
      '# ask marketing@example.org',
      '',
      'Name: campaigns',
      '',
      'Defaults:',
      '  Hsts: {MaxAge: 60, IncludeSubDomains: true}',
      '',
      'Sites:',
      '# WEB-1',
      "- Hosts: [a.org, '*.a.org']",
      '  Rules:',
      '  - Match: /about',
      '    To: https://b.org/',
      '    Status: 302',
      '',
      '  # WEB-2',
      '  - Match: /docs/*',
      '    To: https://b.org/:splat',
      '  Unmatched:',
      '    Status: 410',
      '    Body: |',
      '      <p>',
      '        Gone.',
      '',
      '- Hosts: [c.org]',
      '  Rules:',
      '  - To: https://b.org/',
      '    Path: Keep',
    ]);
  });

  const ruleOf = (
    rule: NonNullable<AuthorFile['Sites'][0]['Rules']>[0],
    defaults: AuthorFile['Defaults'] = {},
  ) =>
    written({ Defaults: defaults, Sites: [{ Hosts: ['a.org'], Rules: [rule] }] })
      .slice(defaults && Object.keys(defaults).length > 0 ? -20 : 0)
      .join('\n')
      .split('Rules:\n')[1]!
      .split('\n')
      .map((line) => line.slice(4));

  test.each<
    [sentence: string, rule: Parameters<typeof ruleOf>[0], defaults: AuthorFile['Defaults'], lines: string[]]
  >([
    ['a path alone stands for its match', { Match: { Path: '/a' }, To: to }, {}, ['Match: /a', `To: ${to}`]],
    ['a match of anything is not said', { Match: '*', To: to }, {}, [`To: ${to}`]],
    [
      'nor is what is the default of all files',
      { To: to, Status: 301, Query: 'Keep', Path: 'Drop', Encoding: 'Raw' },
      {},
      [`To: ${to}`],
    ],
    [
      'nor what is the default of this file',
      { To: to, Status: 302, Hsts: { MaxAge: 1 } },
      { Status: 302, Hsts: { MaxAge: 1 } },
      [`To: ${to}`],
    ],
    [
      'but what differs from it is',
      { To: to, Status: 301, Hsts: false },
      { Status: 302, Hsts: { MaxAge: 1 } },
      [`To: ${to}`, 'Status: 301', 'Hsts: false'],
    ],
    [
      'headers of the defaults are not repeated',
      { To: to, Headers: { 'X-A': 'a', 'X-B': 'b' } },
      { Headers: { 'x-a': 'a' } },
      [`To: ${to}`, 'Headers: {X-B: b}'],
    ],
    ['a status that ends stays', { Status: 404 }, {}, ['Status: 404']],
    [
      'a body of plain text is a text',
      { Status: 404, Body: { Text: 'no: more', ContentType: 'text/plain; charset=utf-8' } },
      {},
      ['Status: 404', "Body: 'no: more'"],
    ],
    [
      'a test is short where it can be',
      {
        To: to,
        Tests: [
          { Url: 'https://a.org/x', Expect: { Location: to } },
          { Url: 'http://a.org/', Expect: { Status: 301 } },
        ],
      },
      {},
      [`To: ${to}`, 'Tests:', '- Url: /x', `  Expect: ${to}`, '- Url: http://a.org/', '  Expect: 301'],
    ],
    [
      'a text that others would read as something else is quoted',
      { To: to, Owner: 'no', Ticket: '1234', Note: '# 1: a' },
      {},
      [`To: ${to}`, "Owner: 'no'", "Ticket: '1234'", "Note: '# 1: a'"],
    ],
    [
      'a text with what no line can have is escaped',
      { To: to, Note: 'a\u0007b\u2028' },
      {},
      [`To: ${to}`, 'Note: "a\\u0007b\\u2028"'],
    ],
  ])('%s', (_, rule, defaults, lines) => expect(ruleOf(rule, defaults)).toEqual(lines));

  test('with long lists one below the other', () => {
    const hosts = Array.from({ length: 12 }, (_, n) => `host-${n}.example.org`);
    expect(written({ Sites: [{ Hosts: hosts }] }).slice(0, 3)).toEqual([
      'Sites:',
      '- Hosts:',
      '  - host-0.example.org',
    ]);
  });

  test('with comments that cannot break out of their lines', () => {
    expect(written({ comment: 'a\r\nb\rc\u2028d\u0085e', Sites: [] }).slice(0, 3)).toEqual([
      '# a',
      '# b',
      '# c d e',
    ]);
  });
});
