import fc from 'fast-check';
import { importCsv } from '../../src/import/csv';
import { recordsOf } from '../../src/import/csv/records';
import type { AuthorRule, AuthorSite } from '../../src/read/author';

const sitesOf = (text: string): readonly AuthorSite[] => importCsv(text, 'list.csv').file.Sites;
const reportOf = (text: string) => importCsv(text, 'list.csv').report;

describe('a line of a list', () => {
  test.each<[sentence: string, line: string, rule: AuthorRule]>([
    ['two columns', 'a.org/x,https://b.org/y', { Match: '/x', To: 'https://b.org/y' }],
    ['a scheme', 'https://a.org/x,https://b.org/y', { Match: '/x', To: 'https://b.org/y' }],
    ['a host alone, which is its front page', 'a.org,https://b.org/', { Match: '/', To: 'https://b.org/' }],
    ['a status', 'a.org/x,https://b.org/,302', { Match: '/x', To: 'https://b.org/', Status: 302 }],
    [
      'the query kept',
      'a.org/x,https://b.org/,301,TRUE',
      { Match: '/x', To: 'https://b.org/', Query: 'Keep' },
    ],
    [
      'all below, with its suffix',
      'a.org/x/,https://b.org/y/,301,FALSE,FALSE,TRUE,TRUE',
      { Match: '/x/*', To: 'https://b.org/y/:splat' },
    ],
    [
      'all below, to one page',
      'a.org/x/,https://b.org/y,301,FALSE,FALSE,TRUE,FALSE',
      { Match: '/x/*', To: 'https://b.org/y' },
    ],
    ['a whole host taken along', 'a.org,https://b.org,,,,true', { To: 'https://b.org', Path: 'Keep' }],
    [
      'a target with a query behind the suffix',
      'a.org/x/,https://b.org/y?z=1,,,,true',
      { Match: '/x/*', To: 'https://b.org/y/:splat?z=1' },
    ],
    ['a target without a scheme', 'a.org/x,b.org/y', { Match: '/x', To: 'https://b.org/y' }],
    ['a target on the same host', 'a.org/x,/y', { Match: '/x', To: 'https://a.org/y' }],
    [
      'a query to match',
      'a.org/x?id=1&b,https://b.org/',
      { Match: { Path: '/x', Query: { id: '1', b: '' } }, To: 'https://b.org/' },
    ],
    [
      'a comma in quotes',
      '"a.org/x,1","https://b.org/""y"""',
      { Match: '/x,1', To: 'https://b.org/%22y%22' },
    ],
    [
      'a dollar sign that is no capture',
      'a.org/x,https://b.org/$1',
      { Match: '/x', To: 'https://b.org/$$1' },
    ],
    [
      'a star that is no splat',
      'a.org/x*,https://b.org/',
      { Match: { Regex: '^/x\\*$' }, To: 'https://b.org/' },
    ],
    [
      'a colon that is no placeholder',
      'a.org/:id,https://b.org/',
      { Match: { Regex: '^/:id$' }, To: 'https://b.org/' },
    ],
    ['letters beyond ASCII', 'a.org/ä,https://b.org/ö', { Match: '/%C3%A4', To: 'https://b.org/%C3%B6' }],
  ])('with %s', (_sentence, line, rule) => {
    expect(sitesOf(line)).toEqual([{ Hosts: ['a.org'], Rules: [rule] }]);
    expect(reportOf(line).refused).toEqual([]);
  });

  test('with all below a path that ends without a slash gives the path a rule of its own', () => {
    expect(sitesOf('a.org/x,https://b.org/y,,,,true')[0]?.Rules).toEqual([
      { Match: '/x', To: 'https://b.org/y' },
      { Match: '/x/*', To: 'https://b.org/y/:splat' },
    ]);
  });

  test.each<[sentence: string, line: string, why: RegExp]>([
    ['has no target', 'a.org/x,', /no target/],
    ['has one column', 'a.org/x', /no target/],
    ['has a status that is none', 'a.org/x,b.org,200', /200 is no status/],
    ['has a flag that is none', 'a.org/x,b.org,301,maybe', /maybe is neither/],
    ['asks for a fragment', 'a.org/x#y,b.org', /#/],
    ['asks for a port', 'a.org:8080/x,b.org', /ports/],
    ['has a host that is none', 'a..org/x,b.org', /no host name/],
    ['redirects to a script', 'a.org/x,javascript:alert(1)', /http/],
    ['leaves the scheme open', 'a.org/x,//b.org', /scheme/],
    ['opens a quote and never closes it', '"a.org/x,b.org', /never closed/],
    ['has too many columns', 'a.org/x,b.org,,,,,,what', /column 8/],
    ['redirects a source again, elsewhere', 'a.org/first,https://c.org', /line 1 redirects/],
  ])('is refused with its line where it %s', (_sentence, line, why) => {
    const text = `a.org/first,https://b.org\n${line}`;
    expect(reportOf(text).refused).toEqual([
      { line: 2, what: expect.any(String), why: expect.stringMatching(why) },
    ]);
    expect(sitesOf(text)[0]?.Rules).toHaveLength(1);
  });
});

describe('a list', () => {
  test('may have a header, with columns in any order', () => {
    const text = 'Target URL,Status Code,Source URL,Comment\nhttps://b.org/,302,a.org/x,for Ann';
    expect(sitesOf(text)[0]?.Rules).toEqual([
      { Match: '/x', To: 'https://b.org/', Status: 302, Note: 'for Ann' },
    ]);
  });

  test('may have a header with columns that nobody knows, and says so', () => {
    expect(reportOf('source,target,weight\na.org/x,b.org,3').refused).toEqual([
      { line: 1, what: 'weight', why: expect.stringContaining('not in the rules') },
    ]);
  });

  test('says a line twice without harm', () => {
    const text = 'a.org/x,https://b.org\na.org/x,https://b.org';
    expect(reportOf(text).changed).toEqual([
      { line: 2, what: 'a.org/x,https://b.org', why: 'left out: it says what line 1 says' },
    ]);
    expect(sitesOf(text)[0]?.Rules).toHaveLength(1);
  });

  test('takes whole paths before parts, and longer parts before shorter ones', () => {
    const below = (path: string) => `a.org${path}/,https://b.org${path},,,,true`;
    const text = [below('/a'), below('/a/b/c'), 'a.org/a/b,https://c.org', below('')].join('\n');
    expect(sitesOf(text)[0]?.Rules?.map(({ Match }) => Match)).toEqual([
      '/a/b',
      '/a/b/c/*',
      '/a/*',
      undefined,
    ]);
  });

  test('shares redirects with subdomains, whose own stand first', () => {
    const text = ['a.org/x,b.org,,,TRUE', 'a.org/y,b.org', 'w.a.org/x,c.org'].join('\n');
    expect(sitesOf(text)).toEqual([
      {
        Hosts: ['a.org'],
        Rules: [expect.objectContaining({ Match: '/x' }), expect.objectContaining({ Match: '/y' })],
      },
      { Hosts: ['*.a.org'], Rules: [expect.objectContaining({ Match: '/x' })] },
      {
        Hosts: ['w.a.org'],
        Rules: [
          { Match: '/x', To: 'https://c.org' },
          { Match: '/x', To: 'https://b.org' },
        ],
      },
    ]);
  });

  test('may name all subdomains itself, which share what stands above them', () => {
    const text = ['a.org/x,b.org,,,TRUE', '*.a.org/y,c.org'].join('\n');
    expect(sitesOf(text).map(({ Hosts, Rules }) => [Hosts[0], Rules?.map(({ Match }) => Match)])).toEqual([
      ['a.org', ['/x']],
      ['*.a.org', ['/y', '/x']],
    ]);
  });

  test('that shares everything with subdomains makes one site', () => {
    expect(sitesOf('a.org/x,b.org,,,TRUE').map(({ Hosts }) => Hosts)).toEqual([['a.org', '*.a.org']]);
  });

  test('of 100,000 lines loses none of them', () => {
    const text = Array.from({ length: 100_000 }, (_, n) => `a${n % 7}.org/path/${n},https://b.org/${n}`).join(
      '\r\n',
    );
    const { file, report } = importCsv(`\ufeff${text}`, 'list.csv');
    expect(report.converted).toHaveLength(100_000);
    expect(file.Sites.reduce((sum, { Rules }) => sum + (Rules?.length ?? 0), 0)).toBe(100_000);
  });
});

describe('records of a CSV', () => {
  const field = fc.stringMatching(/^[a-z",\n ]{0,8}$/).map((text) => text.trim());
  const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test('come back as they were written, with their lines', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end);
        const lines = rows.map((_, place) =>
          rows.slice(0, place).reduce((line, row) => line + 1 + row.join('').split('\n').length - 1, 1),
        );
        const read = [...recordsOf(text)];
        expect(read.map(({ fields }) => fields)).toEqual(rows);
        expect(read.map(({ line }) => line)).toEqual(lines);
      }),
    );
  });

  test('end for any text, and have all of its lines that are not empty', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a",\r\n]{0,40}$/), (text) => {
        const read = [...recordsOf(text)];
        const kept = read.flatMap(({ fields }) => fields).join('');
        expect([...text].filter((letter) => letter === 'a').length).toBe(
          [...kept].filter((letter) => letter === 'a').length,
        );
      }),
    );
  });
});
