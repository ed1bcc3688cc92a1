import { groupBy } from '../src';

test('groups keep the order of first sight, and items theirs', () => {
  const groups = groupBy(['b1', 'a1', 'b2'], (item) => item[0]);
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
  ]);
});
