import fc from 'fast-check';
import { Lines } from '../../src/read/problem';

describe('lines and columns of a text', () => {
  const plainly = (text: string, offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };

  test('are those that counting gives, in whatever order they are asked for', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\n\n'), maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (text, asked) => {
        const offsets = asked.map((offset) => Math.min(offset, text.length));
        const lines = new Lines(text);
        expect(offsets.map((offset) => lines.at(offset))).toEqual(
          offsets.map((offset) => plainly(text, offset)),
        );
      }),
    );
  });

  test('take no longer where the text is one line of megabytes: a rule file may be JSON without spaces', () => {
    const lines = new Lines('x'.repeat(20_000_000));
    const begin = performance.now();
    for (let offset = 0; offset < 20_000; offset++) lines.at(offset * 1000);
    // Looking for the line's end each time took a hundred times as long.
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
