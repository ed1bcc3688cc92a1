import { certificateCovers, isAlias, overlaps } from '../../src/world/cloudfront/names';

describe('a certificate name covers', () => {
  test.each([
    ['www.example.com', 'www.example.com', true, 'the very name'],
    ['*.example.com', 'www.example.com', true, 'one label under its wildcard'],
    ['*.example.com', 'a.b.example.com', false, 'but not two labels'],
    ['*.example.com', 'example.com', false, 'nor the apex'],
    ['*.example.com', '*.example.com', true, 'the same wildcard'],
    ['www.example.com', '*.example.com', false, 'no wildcard by a single name'],
    ['*.example.com', '*.a.example.com', false, 'no deeper wildcard'],
  ])('%s, %s: %s (%s)', (pattern, name, covers) => {
    expect(certificateCovers(pattern, name)).toBe(covers);
  });
});

describe('two aliases overlap', () => {
  test.each([
    ['a.example.com', 'a.example.com', true],
    ['*.example.com', 'a.example.com', true],
    ['a.b.example.com', '*.example.com', true],
    ['*.example.com', '*.b.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'a.myexample.com', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(overlaps(one, other)).toBe(expected);
    expect(overlaps(other, one)).toBe(expected);
  });
});

describe('an alias is', () => {
  test.each([
    ['www.example.com', true],
    ['*.example.com', true],
    ['xn--bcher-kva.example', true],
    ['WWW.example.com', false],
    ['www.example.com.', false],
    ['*foo.example.com', false],
    ['sub.*.example.com', false],
    ['com', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isAlias(name)).toBe(expected);
  });
});
