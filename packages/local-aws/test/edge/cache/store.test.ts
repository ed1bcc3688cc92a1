import { edgeCache, type StoredObject } from '../../../src/edge/cache/store';

const object = (body: string, departures: Partial<StoredObject> = {}): StoredObject => ({
  url: '/a.html',
  status: 200,
  headers: {},
  body: Buffer.from(body),
  storedAt: 1000,
  freshUntil: 5000,
  ...departures,
});

const bodyAt = (cache: ReturnType<typeof edgeCache>, now: number, distribution = 'source'): string =>
  cache.find(distribution, 'key', now, [])?.body.toString() ?? 'nothing';

describe('an edge’s cache', () => {
  test('gives an object back from the next instant on', () => {
    const cache = edgeCache();
    cache.keep('source', 'key', object('one'), 'a.example.com');
    expect([bodyAt(cache, 1000), bodyAt(cache, 1001), bodyAt(cache, 9000)]).toEqual([
      'nothing',
      'one',
      'one',
    ]);
  });

  test('belongs to the distribution: another one starts cold', () => {
    const cache = edgeCache();
    cache.keep('source', 'key', object('one'), 'a.example.com');
    expect(bodyAt(cache, 2000, 'target')).toBe('nothing');
  });

  test('gives the older object to requests of the instant in which a newer one came', () => {
    const cache = edgeCache();
    cache.keep('source', 'key', object('one'), 'a.example.com');
    cache.keep('source', 'key', object('two', { storedAt: 2000 }), 'a.example.com');
    expect([bodyAt(cache, 2000), bodyAt(cache, 2001)]).toEqual(['one', 'two']);
  });

  test('keeps the same one of two that came at one instant, in whatever order they came', () => {
    const kept = (...hosts: string[]) => {
      const cache = edgeCache();
      for (const host of hosts) cache.keep('source', 'key', object(host), host);
      return bodyAt(cache, 2000);
    };
    expect([kept('a', 'b'), kept('b', 'a')]).toEqual(['a', 'a']);
  });
});

describe('an invalidation', () => {
  const found = (paths: string[], url: string, at = 1500): string => {
    const cache = edgeCache();
    cache.keep('source', 'key', object('one', { url }), 'a.example.com');
    const applied = [{ distributionId: 'source', paths, at }];
    return cache.find('source', 'key', 2000, applied)?.body.toString() ?? 'nothing';
  };

  test.each<[sentence: string, paths: string[], url: string, expected: string]>([
    ['drops the object of its path', ['/a.html'], '/a.html', 'nothing'],
    ['drops everything below a wildcard', ['/images/*'], '/images/b/c.png', 'nothing'],
    ['drops everything with /*', ['/*'], '/', 'nothing'],
    ['leaves other paths alone', ['/b.html', '/images/*'], '/a.html', 'one'],
    ['tells letter case', ['/A.html'], '/a.html', 'one'],
    ['without a query leaves an object with one alone', ['/a.html'], '/a.html?v=1', 'one'],
    ['drops every query with a wildcard behind the path', ['/a.html*'], '/a.html?v=1', 'nothing'],
  ])('%s', (_, paths, url, expected) => {
    expect(found(paths, url)).toBe(expected);
  });

  test('leaves what came after it', () => {
    expect(found(['/*'], '/', 999)).toBe('one');
    expect(found(['/*'], '/', 1000)).toBe('nothing');
  });

  test('of another distribution says nothing', () => {
    const cache = edgeCache();
    cache.keep('source', 'key', object('one'), 'a.example.com');
    const foreign = [{ distributionId: 'target', paths: ['/*'], at: 1500 }];
    expect(cache.find('source', 'key', 2000, foreign)).toBeDefined();
  });
});
