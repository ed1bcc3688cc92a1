import { reportHtml } from '@cutover/report';
import { main } from '../src/main';
import { judge } from '../src/watch/judge';
import { endpointOf, networkOf } from '../src/watch/network';
import { newsIn } from '../src/watch/news';
import { recordOfWatch } from '../src/watch/record';
import type { Sample } from '../src/watch/sample';
import { summaryOf } from '../src/watch/summary';
import { targetOf } from '../src/watch/target';
import { summaryText } from '../src/watch/text';
import { frameOf } from '../src/watch/view';
import { recordingIo } from './io';

const url = 'https://a.example.com/';
const certificate = {
  subject: 'example.com',
  issuer: 'CA',
  validUntil: '2027-01-01T00:00:00.000Z',
  fingerprint: 'ab12cd34ef',
};
const good = (t: number, changes: Partial<Sample> = {}): Sample => ({
  t,
  url,
  name: 'a.example.com',
  dns: 'A 192.0.2.1',
  address: '192.0.2.1',
  status: 200,
  who: 'source',
  certificate,
  tookMs: 5,
  failed: false,
  ...changes,
});
const bad = (t: number, error: string): Sample => ({
  ...good(t, { error, failed: true }),
  status: undefined,
  who: undefined,
  certificate: undefined,
});

test.each([
  ['https://a.example.com/x?y=1', { name: 'a.example.com', secure: true, port: 443, path: '/x?y=1' }],
  ['http://a.example.com:8080', { name: 'a.example.com', secure: false, port: 8080, path: '/' }],
  ['a.example.com', { url, secure: true }],
])('%s is read', (text, expected) => {
  expect(targetOf(text)).toMatchObject(expected);
});

test.each([
  ['what is no URL', 'watch https://', /is no URL; write for example/],
  ['another protocol', 'watch ftp://a.example.com', /is no URL/],
  ['a status that is none', 'watch a.example.com --expect ok', /a status is a number from 200 to 599/],
  ['no URL', 'watch', /missing required argument 'url'/],
  [
    'a resolver that is a name',
    'watch a.example.com --resolver dns.example.com',
    /is no ADDRESS or ADDRESS:PORT/,
  ],
])('%s is one line and exit code 2', async (_, words, line) => {
  const io = recordingIo();
  expect(await main(words.split(' '), io)).toBe(2);
  expect(io.stderr).toMatch(line);
});

describe('an answer', () => {
  const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers, certificate });

  test.each([
    ['200 is good', answer(200), {}, undefined],
    ['404 is an answer, unless another is expected', answer(404), {}, undefined],
    ['404 fails where 200 is expected', answer(404), { status: 200 }, '404 where 200 is expected'],
    ['403 is what an edge says for a name that nobody holds', answer(403), {}, /^403/],
    ['421 fails', answer(421), {}, /^421/],
    ['503 fails', answer(503), {}, '503'],
    ['none fails', { error: 'connection: ECONNREFUSED' }, {}, 'connection: ECONNREFUSED'],
  ])('%s', (_, given, expect_, error) => {
    const judged = judge(given, expect_);
    expect(judged.failed).toBe(error !== undefined);
    if (error !== undefined) expect(judged.error).toMatch(error);
  });

  test('is told by the header that was named, else by the certificate', () => {
    expect(judge(answer(200, { 'x-side': 'target' }), { who: 'X-Side' }).who).toBe('target');
    expect(judge(answer(200), { who: 'x-side' }).who).toBeUndefined();
    expect(judge(answer(200), {}).who).toBe('CN=example.com, ab12cd34');
  });
});

describe('news', () => {
  test.each<[string, Sample | undefined, Sample, string[]]>([
    [
      'the first answer tells everything',
      undefined,
      good(0),
      [
        'answered by source',
        'DNS says A 192.0.2.1',
        'shows the certificate CN=example.com, ab12cd34',
        'answers with status 200',
      ],
    ],
    ['the same again tells nothing', good(0), good(1000), []],
    ['another side', good(0), good(1000, { who: 'target' }), ['answered by target']],
    ['DNS', good(0), good(1000, { dns: 'A 192.0.2.9' }), ['DNS says A 192.0.2.9']],
    [
      'a gap begins',
      good(0),
      bad(1000, 'connection: ECONNRESET'),
      ['FAILED: connection: ECONNRESET', 'answered by nobody'],
    ],
    ['a gap goes on', bad(0, 'x'), bad(1000, 'x'), []],
    ['a gap changes its reason', bad(0, 'x'), bad(1000, 'y'), ['FAILED: y']],
  ])('%s', (_, before, now, lines) => {
    expect(newsIn(before, now)).toEqual(lines);
  });

  test('a gap ends', () => {
    expect(newsIn(bad(0, 'x'), good(1000))).toContain('answers again');
  });
});

describe('the summary', () => {
  const run = [good(0), bad(1000, '403'), bad(2000, '403'), good(3000, { who: 'target' })];

  test('measures the gap from the first failed request to the next good one', () => {
    expect(summaryOf(run, 1)).toMatchObject({
      verdict: 'GAP',
      requests: 4,
      failed: 2,
      longestGapMs: 2000,
      everyMs: 1000,
      finalWho: { [url]: 'target' },
      switches: [{ t: 3000, from: 'source', to: 'target' }],
    });
  });

  test('says in words what was seen, and what would not have been', () => {
    const text = summaryText(summaryOf(run, 1), 4);
    expect(text).toContain('GAP: 4 requests in 00:04, 2 failed.\nLongest gap: 2,000 ms.');
    expect(text).toContain('shorter than 1,000 ms');
    expect(text).toContain(`${url} went from source to target at 00:03.0`);
  });

  test('of a watch without failures is no gap', () => {
    expect(summaryOf([good(0)], 1)).toMatchObject({ verdict: 'NO GAP', longestGapMs: 0 });
  });
});

test.each([40, 80, 120])('no line of the screen is wider than %i', (width) => {
  const lines = frameOf(new Map([[url, [good(0), bad(1000, 'connection: ECONNRESET')]]]), width);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
  expect(lines.join('\n')).toContain('✗');
});

test('the environment of a local AWS leads to its resolver and edges', () => {
  const network = networkOf(
    { CUTOVER_LOCAL_EDGES: '203.0.113.10:443=127.0.0.1:4430', CUTOVER_LOCAL_RESOLVER: '127.0.0.1:5300' },
    undefined,
  );
  expect(network).toEqual({
    resolver: '127.0.0.1:5300',
    routes: new Map([['203.0.113.10:443', '127.0.0.1:4430']]),
  });
  expect(endpointOf('192.0.2.53', 53)).toEqual({ host: '192.0.2.53', port: 53 });
});

test('the report shows the gap, who answers now and what DNS said', () => {
  const run = [good(0), bad(1000, '403'), good(2000, { who: 'target', dns: 'A 192.0.2.9' })];
  const record = recordOfWatch(run, summaryOf(run, 1), 3);
  expect(record).toMatchObject({
    clock: 'wall',
    verdict: { passed: false },
    finalSide: { [url]: 'target' },
    switches: [{ t: 2, from: 'source', to: 'target' }],
  });
  expect(record.dns?.map(({ t, answer }) => [t, answer])).toEqual([
    [0, 'A 192.0.2.1'],
    [2, 'A 192.0.2.9'],
  ]);
  expect(reportHtml(record)).toContain(url);
});
