import { prepareFunction, viewerRequest } from '../src';
import { programOf, speaksOfRegexes } from '../src/engines/script';

const request = (uri = '/') => viewerRequest({ host: 'a.example.com', uri, now: Date.UTC(2026, 0, 1) });
const none = new Map<string, string>();

describe('a function that is prepared once', () => {
  test('answers each request by the store as it is then', () => {
    const prepared = prepareFunction(`import cf from 'cloudfront';
async function handler(event) {
  const store = cf.kvs();
  if (!(await store.exists(event.request.uri))) return { statusCode: 404 };
  const to = await store.get(event.request.uri);
  return { statusCode: 301, headers: { location: { value: to } } };
}`);
    const store = new Map([['/a', 'https://b.example/']]);
    const status = (uri: string) =>
      (prepared.call(request(uri), store).output as { statusCode: number }).statusCode;
    expect([status('/a'), status('/b')]).toEqual([301, 404]);
    store.set('/b', 'https://c.example/');
    store.delete('/a');
    expect([status('/a'), status('/b')]).toEqual([404, 301]);
  });

  test('shows the clock of each request', () => {
    const prepared = prepareFunction('function handler() { return { now: Date.now() }; }');
    const at = (now: number) => prepared.call({ ...request(), now }, none).output;
    expect([at(1), at(2)]).toEqual([{ now: 1 }, { now: 2 }]);
  });

  test('draws from the chance that it is given', () => {
    const prepared = prepareFunction('function handler() { return { drawn: Math.random() }; }', {
      random: () => 0.25,
    });
    expect(prepared.call(request(), none).output).toEqual({ drawn: 0.25 });
  });

  test.each([
    ['does not load', 'function handler( {', 'load'],
    ['throws', "function handler() { throw new Error('no'); }", 'thrown'],
    ['rejects', "async function handler() { throw new Error('no'); }", 'thrown'],
    ['never settles', 'function handler() { return new Promise(function () {}); }', 'unsettled'],
    ['takes too many steps', 'function handler() { for (var i = 0; i < 1e6; i++) {} return 1; }', 'steps'],
    ['never ends', 'function handler() { for (;;) {} }', 'steps'],
    [
      'catches what ends its loop',
      'function handler() { for (;;) { try { for (;;) {} } catch (error) { continue; } } }',
      'steps',
    ],
    [
      'answers past what ends its loop',
      'function handler() { try { for (;;) {} } finally { return 1; } }',
      'steps',
    ],
    ['loops behind an await', 'async function handler() { await Promise.resolve(); for (;;) {} }', 'steps'],
  ])('that %s ends with an error, and so it does the next time', (_words, code, kind) => {
    const prepared = prepareFunction(code);
    expect([1, 2].map(() => prepared.call(request(), none).error?.kind)).toEqual([kind, kind]);
  });

  test('is stopped after two seconds where a regex backtracks without end', () => {
    const code = `function handler() { return '${'a'.repeat(40)}b'.search('^(a+)+$'); }`;
    expect(prepareFunction(code).call(request(), none).error?.kind).toBe('time');
  });

  test.each([
    ['return /a/.test(uri);', true],
    ["return new RegExp('a').test(uri);", true],
    ["return new globalThis['RegExp']('a').test(uri);", true],
    ["return uri.match('a');", true],
    ["return uri['search']('a');", true],
    ["return uri.replace('a', 'b').split('/').indexOf('matches') > 0;", false],
    ['console.log(JSON.stringify(event)); return event.request;', false],
  ])('%s speaks of regexes: %s', (body, expected) => {
    const program = programOf(`function handler(event) { const uri = event.request.uri; ${body} }`);
    expect(speaksOfRegexes(program)).toBe(expected);
  });

  test('answers many as it would one by one, whatever becomes of one of them', () => {
    const code = `import cf from 'cloudfront';
async function handler(event) {
  const uri = event.request.uri;
  if (uri === '/throws') throw new Error('no');
  if (uri === '/never') return new Promise(function () {});
  if (uri === '/steps') for (var i = 0; i < 1e6; i++) {}
  console.log(uri);
  return { now: Date.now(), there: await cf.kvs().exists(uri) };
}`;
    const store = new Map([['/2', 'x']]);
    const odd = new Map([
      [3, '/throws'],
      [80, '/never'],
      [81, '/steps'],
    ]);
    const requests = Array.from({ length: 150 }, (_, n) => ({ ...request(odd.get(n) ?? `/${n}`), now: n }));
    const alone = prepareFunction(code);
    const together = prepareFunction(code).callAll(requests, store);
    expect(together).toEqual(requests.map((each) => alone.call(each, store)));
    expect([...odd.keys()].map((at) => together[at]?.error?.kind)).toEqual(['thrown', 'unsettled', 'steps']);
    expect(together[2]).toMatchObject({ output: { now: 2, there: true }, logs: ['/2'] });
  });

  test('tells its steps, its reads and its log', () => {
    const prepared = prepareFunction(`import cf from 'cloudfront';
async function handler() { console.log('seen'); await cf.kvs().exists('k'); return 1; }`);
    expect(prepared.call(request(), none)).toEqual({
      output: 1,
      kvsReads: 1,
      keys: ['k'],
      logs: ['seen'],
      steps: 1,
    });
  });
});
