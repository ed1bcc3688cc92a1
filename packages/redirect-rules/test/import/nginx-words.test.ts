import { NginxSyntaxError, tokenize } from '../../src/import/nginx/tokens';

const words = (text: string) => Array.from(tokenize(text), ({ text: word }) => word);

describe('words of nginx', () => {
  test.each<[sentence: string, text: string, words: string[]]>([
    ['end at blanks, semicolons and braces', 'a b;c{d}', ['a', 'b', ';', 'c', '{', 'd}']],
    ['hold braces of a regex in quotes only', String.raw`"\d{2}" x`, [String.raw`\d{2}`, 'x']],
    ['hold the braces of a variable', 'a$' + '{b}c;', ['a$' + '{b}c', ';']],
    ['keep a backslash before what nginx does not know', String.raw`\.\d`, [String.raw`\.\d`]],
    ['lose it before quotes and backslashes', String.raw`\"a\" \\`, ['"a"', '\\']],
    ['mean the blank that a letter behind a backslash stands for', String.raw`a\tb`, ['a\tb']],
    ['do not end at an escaped blank', String.raw`a\ b;`, [String.raw`a\ b`, ';']],
    ['have quotes only at their start', `a'b' 'c "d'`, ["a'b'", 'c "d']],
    ['may close a parenthesis behind quotes', '"a")', ['a', ')']],
    ['have no comment inside', 'a#b # c', ['a#b', 'c']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('know their lines, also behind one that has several', () => {
    expect(Array.from(tokenize('a\n"b\nc" d'), ({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('must not run into what follows a quote', () => {
    expect(() => [...tokenize('"a"b')]).toThrow(NginxSyntaxError);
  });
});
