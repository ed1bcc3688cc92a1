import { compile, evaluate, type Request } from '../../src';
import { askEdge } from '../support/edge';
import { exact, rule, ruleSet, site } from '../support/sets';

const hsts = { maxAgeSeconds: 31536000, includeSubDomains: false, preload: false };
const rules = ruleSet(
  site('plain.org', [rule('one', { match: exact('/a'), to: 'https://new.org/' })]),
  site('strict.org', [
    rule('one', { match: exact('/a'), to: 'https://new.org/', outcome: { hsts } }),
    rule('post', { match: exact('/form'), to: 'https://new.org/form', status: 308, outcome: { hsts } }),
    rule('gone', { match: exact('/old'), outcome: { status: 410, target: undefined, hsts } }),
  ]),
);
const asked = (host: string, uri: string, scheme?: string): Request => ({
  host,
  uri,
  now: 0,
  ...(scheme && { headers: { 'cloudfront-forwarded-proto': scheme } }),
});

const table: [sentence: string, Request, status: number, location: string | undefined][] = [
  ['without HSTS goes to the target at once', asked('plain.org', '/a', 'http'), 301, 'https://new.org/'],
  [
    'with HSTS goes to https on the same host first, as it was sent',
    asked('strict.org', '/a?x=%20', 'http'),
    301,
    'https://strict.org/a?x=%20',
  ],
  [
    'that may have a body keeps its method',
    asked('strict.org', '/form', 'http'),
    308,
    'https://strict.org/form',
  ],
  ['to what is gone goes there too', asked('strict.org', '/old', 'http'), 301, 'https://strict.org/old'],
  ['by https is answered', asked('strict.org', '/a', 'https'), 301, 'https://new.org/'],
  ['of which nobody tells the scheme is answered', asked('strict.org', '/a'), 301, 'https://new.org/'],
];

describe('a request by http', () => {
  test.each(table)('%s', async (_, request, status, location) => {
    expect(evaluate(rules, request)).toMatchObject({ status, location });
    for (const engine of ['vm', 'quickjs'] as const) {
      const [answer] = await askEdge(compile(rules), [request], engine);
      expect(answer).toMatchObject({ status, location });
    }
  });

  test('gets no HSTS: it would not be heeded', () => {
    expect(evaluate(rules, asked('strict.org', '/a', 'http')).headers).toEqual({});
  });
});
