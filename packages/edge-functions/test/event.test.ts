import {
  responseOutcomeOf,
  type ViewerRequest,
  viewerRequest,
  viewerResponse,
} from '@cutover/edge-functions';

const of = (request: Partial<ViewerRequest>) =>
  viewerRequest({ host: 'a.example', uri: '/', now: 1, ...request });
const requestOf = (request: Partial<ViewerRequest>) => of(request).event.request;

describe('the event of a viewer request', () => {
  test('is what CloudFront hands to a function', () => {
    expect(of({ uri: '/a%20b?x=1', country: 'NZ', headers: { Accept: '*/*', COOKIE: 'id=1' } })).toEqual({
      event: {
        version: '1.0',
        context: {
          eventType: 'viewer-request',
          distributionDomainName: expect.stringMatching(/\.cloudfront\.net$/),
          distributionId: expect.any(String),
          requestId: expect.any(String),
        },
        viewer: { ip: '198.51.100.11' },
        request: {
          method: 'GET',
          uri: '/a%20b',
          querystring: { x: { value: '1' } },
          headers: {
            host: { value: 'a.example' },
            accept: { value: '*/*' },
            'cloudfront-viewer-country': { value: 'NZ' },
          },
          cookies: { id: { value: '1' } },
        },
      },
      rawQueryString: 'x=1',
      now: 1,
    });
  });

  test.each([
    ['no question mark', '/a', undefined, {}],
    ['nothing behind it', '/a?', '', {}],
    ['an empty value', '/a?b=', 'b=', { b: { value: '' } }],
    ['no equals sign', '/a?b', 'b', { b: { value: '' } }],
    ['encoded bytes, which stay so', '/a?b=%2F+%zz', 'b=%2F+%zz', { b: { value: '%2F+%zz' } }],
    ['a second question mark', '/a?b=?c', 'b=?c', { b: { value: '?c' } }],
    ['a value with an equals sign', '/a?b=c=d', 'b=c=d', { b: { value: 'c=d' } }],
    [
      'a name twice',
      '/a?b=1&c&b=2',
      'b=1&c&b=2',
      { b: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] }, c: { value: '' } },
    ],
    ['nothing between two ampersands', '/a?b=1&&c=2', 'b=1&&c=2', { b: { value: '1' }, c: { value: '2' } }],
  ])('has the query of a URI with %s', (_, uri, raw, querystring) => {
    expect(of({ uri }).rawQueryString).toBe(raw);
    expect(requestOf({ uri })).toMatchObject({ uri: '/a', querystring });
    expect(Object.keys(requestOf({ uri }).querystring)).toEqual(Object.keys(querystring));
  });

  test('keeps a parameter that is called as a member of every object', () => {
    expect(JSON.stringify(requestOf({ uri: '/?__proto__=1&constructor=2' }).querystring)).toBe(
      '{"__proto__":{"value":"1"},"constructor":{"value":"2"}}',
    );
  });

  test('has several headers of one name, several cookies, and not the cookie header', () => {
    const request = requestOf({ headers: { 'X-A': ['1', '2'], Cookie: 'a=1; b=x=y;c' } });
    expect(request.headers['x-a']).toEqual({ value: '1', multiValue: [{ value: '1' }, { value: '2' }] });
    expect(request.cookies).toEqual({ a: { value: '1' }, b: { value: 'x=y' }, c: { value: '' } });
    expect(Object.keys(request.headers)).toEqual(['host', 'x-a']);
  });

  test('has the path / where only a query was sent', () => {
    expect(requestOf({ uri: '?a' }).uri).toBe('/');
  });
});

describe('the event of a response', () => {
  const asked = viewerRequest({ host: 'a.example.com', uri: '/a?x=1', now: 0 });
  const { event } = viewerResponse(asked, {
    status: 200,
    headers: { 'Content-Type': 'text/plain', 'set-cookie': ['a=1; Secure; Path=/', 'b=2'], etag: undefined },
  });

  test('has the request, and status, headers and cookies of the response apart', () => {
    expect(event.context.eventType).toBe('viewer-response');
    expect(event.request).toEqual(asked.event.request);
    expect(event.response).toEqual({
      statusCode: 200,
      headers: { 'content-type': { value: 'text/plain' } },
      cookies: { a: { value: '1', attributes: 'Secure; Path=/' }, b: { value: '2' } },
    });
  });

  test('may come back with the headers that it had, read-only ones among them, and with no other of those', () => {
    const before = { statusCode: 200, headers: { via: { value: 'x' } }, cookies: {} };
    const kind = (headers: object) => responseOutcomeOf({ ...before, headers }, before).kind;
    expect(kind(before.headers)).toBe('response');
    expect(kind({ via: { value: 'y' } })).toBe('refused');
    expect(responseOutcomeOf({ uri: '/' }, before).kind).toBe('refused');
  });
});
