import { readRules } from '../../../src';
import { rule, to } from './said';

describe('of a file with problems', () => {
  test('several are said at once, in the order of the file, as the rest is read on', () => {
    const text = `Defualts: {}\n${rule('Match: x', to)}\n  - Too: y\n  - To: z`;
    expect(readRules(text, 'f').problems.map(({ line }) => line)).toEqual([1, 5, 7, 8]);
  });

  test('fifty are said at most', () => {
    const text = rule('To: x');
    expect(readRules(text + '\n  - To: x'.repeat(999), 'f').problems).toHaveLength(50);
  });

  test('there are no rules', () => {
    expect(readRules('Sites: x', 'f').rules).toBeUndefined();
  });
});
