import { originAnswer } from '../../src/edge/origins';

test('two distributions that share an origin may be answered differently', () => {
  const rules = [
    { distribution: 'E1', headers: { side: 'one' } },
    { distribution: 'E2', headers: { side: 'two' } },
  ];
  const askedBy = (distributionId: string) =>
    originAnswer({ domainName: 'origin.example.net', rules }, 'a.example.com', '/', distributionId).headers
      .side;
  expect([askedBy('E1'), askedBy('E2'), askedBy('E3')]).toEqual(['one', 'two', undefined]);
});

describe('an origin answers', () => {
  const origin = {
    domainName: 'origin.example.net',
    rules: [
      { host: ['a.example.com', 'b.example.com'], path: '/health', status: 204, body: '' },
      { host: 'a.example.com', status: 500, headers: { 'x-sick': 'yes' } },
    ],
  };
  test.each([
    ['with the first rule that fits host and path', 'b.example.com', '/health', { status: 204, body: '' }],
    [
      'with the next one where the path does not fit',
      'a.example.com',
      '/',
      { status: 500, body: 'origin.example.net\n' },
    ],
    [
      '200 and its name where none fits',
      'origin.example.net',
      '/',
      { status: 200, body: 'origin.example.net\n' },
    ],
  ])('%s', (_, host, path, expected) => {
    expect(originAnswer(origin, host, path)).toMatchObject(expected);
  });
});
