import type { HttpRequest } from '../../src/wire/http';
import { routerOf } from '../../src/wire/router';
import { serviceModels } from '../../src/wire/schemas';

const cloudfront = serviceModels.get('cloudfront')!;
const route53 = serviceModels.get('route53')!;

const request = (method: string, uri: string): HttpRequest => {
  const [path = '', query = ''] = uri.split('?');
  return { method, path, query: new URLSearchParams(query), headers: {}, body: '' };
};

describe('the router of a REST service', () => {
  test.each([
    ['a fixed path', 'POST', '/2020-05-31/distribution', 'CreateDistribution', {}],
    ['a query literal', 'POST', '/2020-05-31/distribution?WithTags', 'CreateDistributionWithTags', {}],
    [
      'a query literal with a value',
      'POST',
      '/2020-05-31/tagging?Operation=Tag&Resource=arn',
      'TagResource',
      {},
    ],
    ['another value of it', 'POST', '/2020-05-31/tagging?Operation=Untag&Resource=arn', 'UntagResource', {}],
    ['a label', 'GET', '/2020-05-31/distribution/E1', 'GetDistribution', { Id: 'E1' }],
    [
      'a label with more behind it',
      'PUT',
      '/2020-05-31/distribution/E1/config',
      'UpdateDistribution',
      { Id: 'E1' },
    ],
    [
      'a label with percent signs',
      'GET',
      '/2020-05-31/distribution/a%2Fb%20c',
      'GetDistribution',
      { Id: 'a/b c' },
    ],
  ])('finds %s', (_, method, uri, operation, labels) => {
    const routed = routerOf(cloudfront.operations.values())(request(method, uri));
    expect({ operation: routed?.operation.name, labels: routed?.labels }).toEqual({ operation, labels });
  });

  test('takes a slash at the end, which boto3 sends to Route 53', () => {
    const routed = routerOf(route53.operations.values())(request('POST', '/2013-04-01/hostedzone/Z1/rrset/'));
    expect(routed?.operation.name).toBe('ChangeResourceRecordSets');
    expect(routed?.labels).toEqual({ HostedZoneId: 'Z1' });
  });

  test.each([
    ['a path of no operation', 'GET', '/2020-05-31/nothing'],
    ['a method of no operation', 'PATCH', '/2020-05-31/distribution/E1'],
    ['an older API version', 'GET', '/2019-03-26/distribution/E1'],
    ['an empty label', 'GET', '/2020-05-31/distribution//config'],
  ])('finds nothing at %s', (_, method, uri) => {
    expect(routerOf(cloudfront.operations.values())(request(method, uri))).toBeUndefined();
  });

  test('takes all that is left of a path into a greedy label', () => {
    const route = routerOf([
      {
        ...cloudfront.operations.get('GetDistribution')!,
        http: { method: 'GET', uri: '/keys/{Key+}', status: 200 },
      },
    ]);
    expect(route(request('GET', '/keys/a/b%20c/d'))?.labels).toEqual({ Key: 'a/b c/d' });
  });

  test.each([cloudfront, route53])('tells all operations of $service apart', (model) => {
    const route = routerOf(model.operations.values());
    const wrong = [...model.operations.values()].filter(({ name, http }) => {
      const uri = http!.uri.replace(/\{[^}]+\}/g, 'x');
      return route(request(http!.method, uri))?.operation.name !== name;
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
