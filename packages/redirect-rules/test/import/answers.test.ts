import fc from 'fast-check';
import { prepare } from '../../src/evaluate/evaluate';
import { importCsv } from '../../src/import/csv';
import { importNetlify } from '../../src/import/netlify';
import type { Imported } from '../../src/import/report';
import { writeRules } from '../../src/write/write-rules';
import { rulesOf } from '../rules-of';

/** Asks an imported list, after it was written and read, in `status location`. */
function asked({ file }: Imported): (url: string, country?: string) => string {
  const answer = prepare(rulesOf(writeRules(file)));
  return (url, country) => {
    const [host = ''] = url.split('/');
    const headers: Record<string, string> =
      country === undefined ? {} : { 'cloudfront-viewer-country': country };
    const { status, location } = answer({ host, uri: url.slice(host.length) || '/', headers, now: 0 });
    return location === undefined ? String(status) : `${status} ${location}`;
  };
}

describe('an imported _redirects answers', () => {
  const ask = asked(
    importNetlify(
      `/old        /new
/news/*         /blog/:splat
/n/:year/:month /archive/:month-:year 302
/store id=:id   /shop/:id
/store          /shop
/ /fr           302 Country=FR,BE
/gone           /404.html 410
https://b.org/* https://c.org/:splat`,
      '_redirects',
      { host: 'a.org' },
    ),
  );

  test.each<[url: string, answer: string]>([
    ['a.org/old', '301 https://a.org/new'],
    ['a.org/old/', '301 https://a.org/new'],
    ['a.org/old?x=1', '301 https://a.org/new?x=1'],
    ['a.org/news/a/b', '301 https://a.org/blog/a/b'],
    ['a.org/news', '301 https://a.org/blog/'],
    ['a.org/n/2026/05', '302 https://a.org/archive/05-2026'],
    ['a.org/store?id=7', '301 https://a.org/shop/7?id=7'],
    ['a.org/store', '301 https://a.org/shop'],
    ['a.org/gone', '410'],
    ['a.org/', '404'],
    ['b.org/x?y=1', '301 https://c.org/x?y=1'],
  ])('%s with %s', (url, answer) => {
    expect(ask(url)).toBe(answer);
  });

  test('by the country', () => {
    expect(ask('a.org/', 'BE')).toBe('302 https://a.org/fr');
  });
});

describe('an imported list answers', () => {
  const ask = asked(
    importCsv(
      `a.org/x,https://b.org/y
a.org/q,https://b.org/q,302,TRUE
a.org/d/,https://b.org/e/,301,FALSE,FALSE,TRUE,TRUE
a.org/d/special,https://b.org/s
a.org/one,https://b.org/1,301,FALSE,FALSE,TRUE,FALSE
s.org/x,https://b.org/s,301,FALSE,TRUE
w.s.org/y,https://b.org/w
all.org,https://b.org,301,TRUE,FALSE,TRUE,TRUE`,
      'list.csv',
    ),
  );

  test.each<[url: string, answer: string]>([
    ['a.org/x', '301 https://b.org/y'],
    ['a.org/x?z=1', '301 https://b.org/y'],
    ['a.org/q?z=1', '302 https://b.org/q?z=1'],
    ['a.org/d/f/g', '301 https://b.org/e/f/g'],
    ['a.org/d/special', '301 https://b.org/s'],
    ['a.org/one', '301 https://b.org/1'],
    ['a.org/one/two', '301 https://b.org/1'],
    ['a.org/onetwo', '404'],
    ['any.s.org/x', '301 https://b.org/s'],
    ['w.s.org/x', '301 https://b.org/s'],
    ['w.s.org/y', '301 https://b.org/w'],
    ['s.org/y', '404'],
    ['all.org/p/q?z=1', '301 https://b.org/p/q?z=1'],
  ])('%s with %s', (url, answer) => {
    expect(ask(url)).toBe(answer);
  });

  const path = fc.stringMatching(/^\/[a-z0-9$:*.~!'()é-]{1,12}$/);

  test('any path with its target, byte for byte, whatever the path looks like', () => {
    fc.assert(
      fc.property(path, path, (from, to) => {
        const sent = (text: string) => text.replaceAll('é', '%C3%A9');
        const askOne = asked(importCsv(`a.org${from},https://b.org${to}`, 'list.csv'));
        expect(askOne(`a.org${sent(from)}`)).toBe(`301 https://b.org${sent(to)}`);
      }),
    );
  });
});
