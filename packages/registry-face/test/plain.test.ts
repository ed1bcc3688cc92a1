import fc from 'fast-check';
import { plainOf } from '../src';

describe('a model as plain JSON', () => {
  test.each<[string, unknown, unknown]>([
    ['a set is an array', new Set(['a', 'b']), ['a', 'b']],
    ['an array is an array', ['a'], ['a']],
    ['a map is an object', new Map([['a', 1]]), { a: 1 }],
    ['an integer that came as text is a number', 300n, 300],
    ['nulls go at every depth', { a: null, b: { c: null, d: [{ e: null }] } }, { b: { d: [{}] } }],
    ['what is undefined goes', { a: undefined, b: 0, c: false, d: '' }, { b: 0, c: false, d: '' }],
  ])('%s', (_rule, value, plain) => {
    expect(plainOf(value)).toEqual(plain);
  });

  test('JSON can say all of it', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withSet: true, withMap: true }), (value) => {
        expect(() => JSON.stringify(plainOf(value))).not.toThrow();
      }),
    );
  });
});
