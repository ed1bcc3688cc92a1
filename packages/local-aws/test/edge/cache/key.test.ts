import type { CachePolicyConfig } from '@aws-sdk/client-cloudfront';
import { cacheKeyOf } from '../../../src/edge/cache/key';
import { cacheSettingsOf } from '../../../src/edge/cache/settings';

type Key = NonNullable<CachePolicyConfig['ParametersInCacheKeyAndForwardedToOrigin']>;
const list = (...Items: string[]) => ({ Quantity: Items.length, Items });

const nothing: Key = {
  EnableAcceptEncodingGzip: false,
  HeadersConfig: { HeaderBehavior: 'none' },
  CookiesConfig: { CookieBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'none' },
};

interface Asked {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
}

function keyOf(parameters: Partial<Key>, { method = 'GET', url, headers = {} }: Asked) {
  const policy = {
    Name: 'own',
    MinTTL: 0,
    ParametersInCacheKeyAndForwardedToOrigin: { ...nothing, ...parameters },
  };
  const behaviour = {
    TargetOriginId: 'main',
    ViewerProtocolPolicy: 'allow-all' as const,
    CachePolicyId: 'x',
  };
  return cacheKeyOf(cacheSettingsOf(behaviour, () => policy)!, { method, url, headers });
}

const legacyKeyOf = (ForwardedValues: object, { method = 'GET', url, headers = {} }: Asked) => {
  const behaviour = { TargetOriginId: 'main', ViewerProtocolPolicy: 'allow-all' as const, ForwardedValues };
  const settings = cacheSettingsOf(behaviour as never, () => undefined);
  return cacheKeyOf(settings!, { method, url, headers });
};

type Row = [sentence: string, parameters: Partial<Key>, one: Asked, other: Asked];
const get = (url: string, headers?: Record<string, string>): Asked => ({ url, headers });

describe('two requests share an object', () => {
  test.each<Row>([
    ['whatever their Host, unless the policy names it', {}, get('/', { host: 'a' }), get('/', { host: 'b' })],
    ['whatever their query, unless the policy names it', {}, get('/?a=1'), get('/?a=2')],
    ['whatever their cookies, unless the policy names them', {}, get('/', { cookie: 'a=1' }), get('/')],
    [
      'in whatever order they send named query parameters',
      { QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: list('a', 'b') } },
      get('/?a=1&b=2&c=3'),
      get('/?b=2&a=1'),
    ],
    [
      'with whatever parameter is excepted',
      { QueryStringsConfig: { QueryStringBehavior: 'allExcept', QueryStrings: list('utm') } },
      get('/?a=1&utm=x'),
      get('/?a=1'),
    ],
    [
      'with other cookies than the named one',
      { CookiesConfig: { CookieBehavior: 'whitelist', Cookies: list('session') } },
      get('/', { cookie: 'session=1; tracker=2' }),
      get('/', { cookie: 'session=1' }),
    ],
    [
      'that accept gzip among whatever else',
      { EnableAcceptEncodingGzip: true },
      get('/', { 'accept-encoding': 'gzip, deflate' }),
      get('/', { 'accept-encoding': 'gzip;q=0.8' }),
    ],
    ['for GET and HEAD', {}, get('/'), { method: 'HEAD', url: '/' }],
  ])('%s', (_, parameters, one, other) => {
    expect(keyOf(parameters, one)).toBe(keyOf(parameters, other));
  });
});

describe('two requests have an object each', () => {
  test.each<Row>([
    ['for other paths', {}, get('/a'), get('/b')],
    ['for paths in other letter case', {}, get('/a'), get('/A')],
    ['for OPTIONS', {}, get('/'), { method: 'OPTIONS', url: '/' }],
    [
      'for other hosts where the policy names Host',
      { HeadersConfig: { HeaderBehavior: 'whitelist', Headers: list('Host') } },
      get('/', { host: 'a' }),
      get('/', { host: 'b' }),
    ],
    [
      'for other values of any query parameter where all count',
      { QueryStringsConfig: { QueryStringBehavior: 'all' } },
      get('/?a=1'),
      get('/?a=2'),
    ],
    [
      'for other values of any cookie where all count',
      { CookiesConfig: { CookieBehavior: 'all' } },
      get('/', { cookie: 'a=1' }),
      get('/', { cookie: 'a=2' }),
    ],
    [
      'with gzip and without where the policy looks at it',
      { EnableAcceptEncodingGzip: true },
      get('/', { 'accept-encoding': 'gzip' }),
      get('/'),
    ],
  ])('%s', (_, parameters, one, other) => {
    expect(keyOf(parameters, one)).not.toBe(keyOf(parameters, other));
  });

  test.each<[string, object, Asked, Asked]>([
    ['query string', { QueryString: true }, get('/?a=1'), get('/?a=2')],
    ['header', { Headers: list('Host') }, get('/', { host: 'a' }), get('/', { host: 'b' })],
    [
      'cookie',
      { Cookies: { Forward: 'whitelist', WhitelistedNames: list('s') } },
      get('/', { cookie: 's=1' }),
      get('/', { cookie: 's=2' }),
    ],
  ])('where forwarded values of old name the %s', (_, forwarded, one, other) => {
    expect(legacyKeyOf(forwarded, one)).not.toBe(legacyKeyOf(forwarded, other));
    expect(legacyKeyOf({ QueryString: false }, one)).toBe(legacyKeyOf({ QueryString: false }, other));
  });
});
