import { originAnswer } from '../../src/edge/origins';

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
