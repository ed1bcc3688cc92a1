import { limits, outcomeOf, viewerRequest } from '@cutover/edge-functions';

const before = viewerRequest({ host: 'a.example', uri: '/a?b=1', now: 0 }).event.request;
const withHeader = (name: string, value: unknown = 'x') => ({
  statusCode: 301,
  headers: { [name]: { value } },
});

describe('a response', () => {
  test.each([
    ['of a status alone', { statusCode: 404 }, { status: 404, headers: {} }],
    [
      'with headers and a text',
      { statusCode: 200, headers: { 'content-type': { value: 'text/plain' } }, body: 'hello' },
      { status: 200, headers: { 'content-type': 'text/plain' }, body: 'hello' },
    ],
    [
      'with a body that names its encoding',
      { statusCode: 200, body: { encoding: 'text', data: 'ü' } },
      { status: 200, headers: {}, body: 'ü' },
    ],
    [
      'with a body in base64',
      { statusCode: 200, body: { encoding: 'base64', data: 'w7w=' } },
      { status: 200, headers: {}, body: 'ü' },
    ],
    [
      'with several values of a header, and cookies',
      {
        statusCode: 200,
        headers: { vary: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b' }] } },
        cookies: { id: { value: '1', attributes: 'Secure; Path=/' }, b: { value: '2' } },
      },
      { status: 200, headers: { vary: 'a, b', 'set-cookie': 'id=1; Secure; Path=/\nb=2' } },
    ],
  ])('%s goes to the viewer', (_, output, response) => {
    expect(outcomeOf(output)).toEqual({ kind: 'response', response });
  });

  test.each([
    ['a status that is a text', { statusCode: '301' }, 'statusCode'],
    ['a status that is none', { statusCode: 99 }, 'statusCode'],
    [
      'a header that is a text',
      { statusCode: 200, headers: { location: '/' } },
      'location must be { value: text }',
    ],
    ['a header whose value is a number', withHeader('age', 1), 'age must be { value: text }'],
    ['a header in upper case', withHeader('Location'), 'lower case'],
    ['a header with a space in its name', withHeader('a b'), 'no name'],
    ['a header with a line break', withHeader('location', '/a\r\nset-cookie: b=1'), 'line break'],
    ['headers that are a list', { statusCode: 200, headers: [] }, 'no object'],
    ['a description that is a number', { statusCode: 200, statusDescription: 200 }, 'statusDescription'],
    ['a body that is an object of its own', { statusCode: 200, body: { a: 1 } }, 'body'],
    ['a body in an unknown encoding', { statusCode: 200, body: { encoding: 'gzip', data: '' } }, 'encoding'],
    ['a body that is not base64', { statusCode: 200, body: { encoding: 'base64', data: '!' } }, 'base64'],
    ['a body above the limit', { statusCode: 200, body: 'x'.repeat(limits.responseBytes) }, 'at most'],
    ['nothing', null, 'neither'],
    ['a text', '/a', 'neither'],
    ['an object of its own', { location: '/a' }, 'neither'],
  ])('with %s is a 502', (_, output, because) => {
    const outcome = outcomeOf(output);
    expect(outcome).toMatchObject({ kind: 'refused', status: 502 });
    expect('because' in outcome && outcome.because.join()).toContain(because);
  });

  test.each([
    'connection',
    'keep-alive',
    'proxy-authorization',
    'upgrade',
    'x-accel-redirect',
    'x-amz-cf-id',
    'x-amz-cf-anything',
    'x-amzn-requestid',
    'x-cache',
    'x-edge-location',
    'x-forwarded-proto',
    'x-real-ip',
    'via',
    'warning',
    'content-length',
    'transfer-encoding',
  ])('with the header %s is a 502', (name) => {
    expect(outcomeOf(withHeader(name))).toMatchObject({ kind: 'refused', status: 502 });
  });

  test.each(['x-amz-meta-a', 'x-redirect-rule', 'location', 'strict-transport-security', 'x-edgy'])(
    'may have the header %s',
    (name) => {
      expect(outcomeOf(withHeader(name))).toMatchObject({ kind: 'response' });
    },
  );
});

describe('a request', () => {
  test('as it came goes on, headers included that nobody may change', () => {
    expect(outcomeOf(before, before)).toEqual({ kind: 'request', request: before });
  });

  test('goes on with another path, another query and one more header', () => {
    const request = {
      ...before,
      uri: '/c',
      querystring: 'd=1',
      headers: { ...before.headers, 'x-a': { value: '1' } },
    };
    expect(outcomeOf(request, before)).toEqual({ kind: 'request', request });
  });

  test.each([
    ['another method', { ...before, method: 'POST' }, 'method'],
    ['another host', { ...before, headers: { host: { value: 'b.example' } } }, 'host is read-only'],
    ['a URL for a path', { ...before, uri: 'https://b.example/' }, 'slash'],
    [
      'a header that may not be added',
      { ...before, headers: { ...before.headers, 'x-edge-a': { value: '1' } } },
      'may not be added',
    ],
    ['a parameter that is a text', { ...before, querystring: { a: '1' } }, 'parameter a'],
  ])('with %s is a 502', (_, request, because) => {
    const outcome = outcomeOf(request, before);
    expect('because' in outcome && outcome.because.join()).toContain(because);
  });
});
