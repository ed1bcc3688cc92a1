import type { NameViewers, Verification, ViewerAnswer } from '../src';
import { judgeCanary, judgeNames } from '../src/viewers';

const marked: Verification = {
  path: '/',
  expectStatus: 200,
  expectHeader: { name: 'X-Side', value: 'target' },
  minConsecutive: 1,
  bakeMinutes: 0,
};
const unmarked: Verification = { ...marked, expectHeader: undefined };
const lax: Verification = { ...unmarked, expectStatus: undefined };

const answered = (status: number, side = 'target', address = '203.0.113.10'): ViewerAnswer => ({
  kind: 'answered',
  address,
  status,
  headers: { 'x-side': side },
});
const broken: ViewerAnswer = { kind: 'failed', address: '203.0.113.10', reason: 'TLS' };
const asked = (...asks: ViewerAnswer[][]): NameViewers[] => [{ host: 'a.example.com', asks }];

test.each([
  ['the target as expected', asked([answered(200)]), marked, 'good'],
  ['the source, healthy', asked([answered(200, 'source')]), marked, 'other'],
  ['the source with a status of its own', asked([answered(404, 'source')]), marked, 'other'],
  ['the target with another status', asked([answered(404)]), marked, 'bad'],
  ['a sick answer without the header', asked([answered(500, 'nobody')]), marked, 'bad'],
  ['a name that nobody claims', asked([answered(403, 'nobody')]), marked, 'bad'],
  ['a refused connection reuse', asked([answered(421)]), lax, 'bad'],
  ['another status with nothing to tell who answered', asked([answered(404)]), unmarked, 'bad'],
  ['any healthy status where none is expected', asked([answered(404)]), lax, 'good'],
  ['a failure that the second ask does not repeat', asked([broken], [answered(200)]), marked, 'good'],
  ['a failure twice', asked([broken], [broken]), marked, 'bad'],
  ['one sick edge of two', asked([answered(200), answered(503, 'target', '203.0.113.20')]), marked, 'bad'],
  ['a name without an address', asked([]), marked, 'bad'],
])('%s', (_words, viewers, expected, kind) => {
  expect(judgeNames(viewers, expected).kind).toBe(kind);
});

test('a canary may have no page of its own: only the side and its health count', () => {
  expect(judgeCanary(asked([answered(404)]), marked).kind).toBe('good');
  expect(judgeCanary(asked([answered(200, 'source')]), marked).kind).toBe('other');
  expect(judgeCanary(asked([answered(502)]), marked).kind).toBe('bad');
});
