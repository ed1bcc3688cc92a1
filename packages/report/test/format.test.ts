import { clockText, durationText, listText, plural, preciseClockText } from '../src/format';

test.each([
  [0, '00:00', '00:00.0'],
  [175.25, '02:55', '02:55.2'],
  [59.999, '00:59', '00:59.9'],
  [3600, '1:00:00', '1:00:00.0'],
  [-30, '-00:30', '-00:30.0'],
])('%d s is %s on the clock, and %s with tenths', (seconds, whole, precise) => {
  expect([clockText(seconds), preciseClockText(seconds)]).toEqual([whole, precise]);
});

test.each([
  [0.1, '100 ms'],
  [17.2, '17.2 s'],
  [2, '2 s'],
  [59.96, '1 min 00 s'],
  [198.5, '3 min 19 s'],
  [3900, '1 h 05 min'],
])('%d s lasted %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test('words stand in a list, and too many are counted', () => {
  expect(listText(['a'])).toBe('a');
  expect(listText(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listText(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  expect([plural(1, 'call'), plural(1200, 'call')]).toEqual(['1 call', '1,200 calls']);
});
