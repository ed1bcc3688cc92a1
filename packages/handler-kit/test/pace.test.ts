import { spread } from '../src/pace';

const ids = Array.from({ length: 40 }, (_, i) => `am-${i}`);
const noon = Date.UTC(2026, 0, 1, 12);

test('resources that wait together for 15 s come back over four seconds, none of them early', () => {
  const delays = new Set(ids.map((id) => spread(id, 15, noon)));
  expect([...delays].sort()).toEqual([15, 16, 17, 18]);
});

test('one resource does not keep its distance to another: each wait is drawn anew', () => {
  const waits = ids.map((_, turn) => spread('am-1', 15, noon + turn * 15_000));
  expect(new Set(waits).size).toBe(4);
});

test('a replay waits as long', () => {
  expect(spread('am-1', 30, noon)).toBe(spread('am-1', 30, noon));
});

test.each([1, 2, 4])('%i s stay as they are', (seconds) => {
  expect(ids.map((id) => spread(id, seconds, noon))).toEqual(ids.map(() => seconds));
});
