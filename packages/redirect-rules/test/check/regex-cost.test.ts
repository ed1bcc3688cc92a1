import { costOf } from '../../src/check/regex-cost';

const kindOf = (source: string): string => costOf({ source, ignoreCase: false }).kind;

describe('the time of a regex', () => {
  test.each<[source: string, kind: string]>([
    ['^/x$', 'linear'],
    ['^/(.*)$', 'linear'],
    ['^/x/(.*)/y$', 'linear'],
    ['^/([^/]+)/([^/]+)/?$', 'linear'],
    ['^(?:/\\w{2,3}(?:-\\w{2,6})?)?/designer/(.*)', 'linear'],
    ['url=([^&]+)', 'linear'],
    ['^/(?=a)a+$', 'linear'],
    ['/x(.*)/y', 'polynomial'],
    ['^/(.*)x(.*)y(.*)z$', 'polynomial'],
    ['([^/]*)/([^/]*)/([^/]*)/([^/]*)/([^/]*)/([^/]*)/([^/]*)/([^/]*)/x', 'polynomial'],
    ['^/a*a*b$', 'polynomial'],
    ['^/(a+)+$', 'exponential'],
    ['^/(a|a)*$', 'exponential'],
    ['^/(?:[a-z]+-?)+$', 'exponential'],
  ])('of %s is %s', (source, kind) => {
    expect(kindOf(source)).toBe(kind);
  });
});
