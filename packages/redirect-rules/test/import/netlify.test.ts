import { importNetlify } from '../../src/import/netlify';
import type { AuthorRule } from '../../src/read/author';

const rulesOf = (text: string, host = 'a.org'): readonly AuthorRule[] =>
  importNetlify(text, '_redirects', { host }).file.Sites[0]?.Rules ?? [];
const refusedOf = (text: string) => importNetlify(text, '_redirects', { host: 'a.org' }).report.refused;

describe('a line of _redirects', () => {
  test.each<[sentence: string, line: string, rule: AuthorRule]>([
    ['a path to a path of the same host', '/old /new', { Match: '/old', To: 'https://a.org/new' }],
    ['spaces as wide as they like', '  /old\t\t/new  ', { Match: '/old', To: 'https://a.org/new' }],
    ['another host', '/blog https://b.org/', { Match: '/blog', To: 'https://b.org/' }],
    ['a status', '/a /b 302', { Match: '/a', To: 'https://a.org/b', Status: 302 }],
    [
      'a forced status: there is no file to hide',
      '/a /b 308!',
      { Match: '/a', To: 'https://a.org/b', Status: 308 },
    ],
    ['a splat', '/n/* /blog/:splat', { Match: '/n/*', To: 'https://a.org/blog/:splat' }],
    ['a whole host taken along', '/* https://b.org/:splat', { To: 'https://b.org/', Path: 'Keep' }],
    ['any path to one page', '/* /soon 302', { To: 'https://a.org/soon', Status: 302 }],
    [
      'a splat in the middle of a target',
      '/* /a/:splat.html',
      { Match: '/*', To: 'https://a.org/a/:splat.html' },
    ],
    [
      'placeholders',
      '/n/:year/:month /b/:month-:year.html',
      { Match: '/n/:year/:month', To: 'https://a.org/b/:month-:year.html' },
    ],
    [
      'a parameter that is carried on',
      '/store id=:id /blog/:id 301',
      { Match: { Path: '/store', Query: { id: { Regex: '.' } } }, To: 'https://a.org/blog/$' + '{query.id}' },
    ],
    [
      'a parameter with a value',
      '/s page=2 /two',
      { Match: { Path: '/s', Query: { page: '2' } }, To: 'https://a.org/two' },
    ],
    [
      'countries',
      '/ /anz 302 Country=au,NZ',
      { Match: { Path: '/', Country: ['AU', 'NZ'] }, To: 'https://a.org/anz', Status: 302 },
    ],
    [
      'a comment behind',
      '/a /b # moved in May',
      { Match: '/a', To: 'https://a.org/b', comment: 'moved in May' },
    ],
    ['a page that is gone', '/a /gone.html 410', { Match: '/a', Status: 410 }],
    ['a dollar sign, which is no capture there', '/a /$1', { Match: '/a', To: 'https://a.org/$$1' }],
    ['letters that a URL cannot carry', '/é /ü', { Match: '/%C3%A9', To: 'https://a.org/%C3%BC' }],
    ['a port, which is no placeholder', '/a http://b.org:8080/x', { Match: '/a', To: 'http://b.org:8080/x' }],
  ])('with %s', (_sentence, line, rule) => {
    expect(rulesOf(line)).toEqual([rule]);
    expect(refusedOf(line)).toEqual([]);
  });

  test.each<[sentence: string, line: string, why: RegExp]>([
    ['rewrites', '/app/* /index.html 200', /200 fetches/],
    ['proxies', '/api/* https://api.b.org/:splat 200!', /200 fetches/],
    ['depends on a role', '/admin/* /login 302 Role=admin', /role/],
    ['depends on a language', '/ /fr 302 Language=fr', /language/],
    ['depends on a cookie', '/ /new 302 Cookie=is_new', /cookie/],
    ['has no destination', '/a', /no destination/],
    ['has a status that is none', '/a /b 999', /999 is no status/],
    ['captures in the middle', '/a/*/b /c', /must be the last/],
    ['uses what it does not capture', '/a /b/:id', /:id in the destination/],
    ['has words without a meaning', '/a /b 301 soon', /soon/],
    ['asks for a fragment', '/a#b /c', /#/],
    ['names a country that is none', '/a /b 302 Country=Australia', /two-letter/],
  ])('is refused with its line where it %s', (_sentence, line, why) => {
    const [refusal, ...others] = refusedOf(`/first /one\n${line}`);
    expect(others).toEqual([]);
    expect(refusal).toEqual({ line: 2, what: line, why: expect.stringMatching(why) });
    expect(rulesOf(`/first /one\n${line}`)).toHaveLength(1);
  });
});

describe('a file of _redirects', () => {
  test('keeps comments above their rules, and says there what was refused', () => {
    const text = '\ufeff# Moved in May\r\n/a /b\r\n\r\n# The app\r\n/app/* /app.html 200\r\n/c /d';
    expect(rulesOf(text).map(({ comment }) => comment)).toEqual([
      'Moved in May',
      'The app\nNot imported, line 5: /app/* /app.html 200',
    ]);
  });

  test('makes a site of each host, in the order of its lines', () => {
    const { file, report } = importNetlify('https://b.org/* https://c.org/:splat 301!\n/x /y', '_redirects', {
      host: 'a.org',
    });
    expect(file.Sites.map(({ Hosts }) => Hosts)).toEqual([['b.org'], ['a.org']]);
    expect(report.changed).toEqual([
      expect.objectContaining({ why: expect.stringContaining('no longer on') }),
    ]);
  });

  test('without a host says which host stands for it', () => {
    const { file, report } = importNetlify('/a /b', '_redirects');
    expect(file.Sites[0]?.Hosts).toEqual(['www.example.com']);
    expect(report.changed).toEqual([{ line: 1, what: 'paths without a host', why: expect.any(String) }]);
  });

  test('has every line in rules, comments or the report', () => {
    const lines = ['/a /b', '# c', '/d', '/e /f 200', '', '/g /h 404', 'nonsense', 'https://x y z'];
    const { report } = importNetlify(lines.join('\n'), '_redirects', { host: 'a.org' });
    const told = new Set([...report.converted, ...report.refused].map(({ line }) => line));
    expect([...told].sort()).toEqual([1, 3, 4, 6, 7, 8]);
  });
});
