import type { HttpRequest } from '../../src/wire/http';
import { ask, gateThat, output, request, responseOf, signed, startedAt } from '../support/asking';

describe('what never reaches the gate', () => {
  const get: [string, string] = ['GET', '/2020-05-31/distribution/E1'];
  const put: [string, string] = ['PUT', '/2020-05-31/distribution/E1/config'];
  const parameter = { 'x-amz-target': 'AmazonSSM.GetParameter' };
  test.each<[string, HttpRequest, number, string]>([
    [
      'a request without signature',
      { ...request('cloudfront', get), headers: {} },
      403,
      'MissingAuthenticationToken',
    ],
    [
      'a signature of another kind',
      { ...request('cloudfront', get), headers: { authorization: 'Basic x' } },
      400,
      'IncompleteSignature',
    ],
    ['a service that is not here', request('kafka', get), 400, 'no service &apos;kafka&apos;'],
    ['an unknown path', request('cloudfront', ['GET', '/nothing']), 400, 'UnknownOperationException'],
    ['an unknown target', request('ssm', ['POST', '/'], '{}'), 400, 'UnknownOperationException'],
    ['an unknown action', request('sts', ['POST', '/'], 'Action=Fly'), 400, 'InvalidAction'],
    [
      'a session that is over',
      request('cloudfront', get, '', { authorization: signed('cloudfront', 'EXPIRED') }),
      403,
      'ExpiredToken',
    ],
    ['XML that ends too early', request('cloudfront', put, '<DistributionConfig>'), 400, 'MalformedInput'],
    ['text that is no XML', request('cloudfront', put, 'hello'), 400, 'MalformedInput'],
    [
      'JSON that ends too early',
      request('ssm', ['POST', '/'], '{', parameter),
      400,
      'SerializationException',
    ],
    [
      'a label that is no UTF-8',
      request('cloudfront', ['GET', '/2020-05-31/distribution/%E0%A4%A']),
      400,
      'InvalidURI',
    ],
    [
      'a session that is over, in the words of JSON services',
      request('ssm', ['POST', '/'], '{}', { ...parameter, authorization: signed('ssm', 'EXPIRED') }),
      403,
      'ExpiredTokenException',
    ],
    ['a missing document', request('cloudfront', put), 400, 'MissingBody'],
    [
      'a document without a required member',
      request(
        'cloudfront',
        put,
        '<DistributionConfig><CallerReference>r</CallerReference></DistributionConfig>',
      ),
      400,
      'The parameter Origins is required.',
    ],
    ['a missing JSON member', request('ssm', ['POST', '/'], '{}', parameter), 400, 'ValidationException'],
    [
      'a missing form field',
      request('sts', ['POST', '/'], 'Action=AssumeRole'),
      400,
      'Value null at &apos;RoleArn&apos;',
    ],
  ])('%s', (_, asking, status, text) => {
    const gate = gateThat(output({}));
    const response = responseOf(ask(gate, asking));
    expect(response.status).toBe(status);
    expect(response.body).toContain(text);
    expect(gate.asked).toEqual([]);
  });
});

describe('what becomes of an answer', () => {
  const get = request('cloudfront', ['GET', '/2020-05-31/distribution/E1']);

  test('silence and death are told as such', () => {
    expect(ask(gateThat({ kind: 'silence', latencyMs: 1 }), get)).toEqual({ kind: 'silence' });
    expect(ask(gateThat({ kind: 'killed', at: startedAt }), get)).toEqual({ kind: 'killed' });
  });

  test('an answer may be the last that its caller hears', () => {
    const last = gateThat({ kind: 'output', output: {}, latencyMs: 1, thenKilled: true });
    expect(ask(last, get)).toMatchObject({ kind: 'response', thenKilled: true });
  });

  test('the handler pays for its calls, and only the handler', () => {
    let charged = 40;
    const meter = {
      into: () => charged,
      charge: (ms: number) => {
        charged += ms;
      },
    };
    const gate = gateThat(output({}));
    ask(gate, get, { meter, actorOf: () => 'handler' });
    expect(gate.asked[0]).toMatchObject({ actor: 'handler', into: 40 });
    expect(charged).toBe(140);
    ask(gate, get, { meter, actorOf: () => 'client' });
    expect(gate.asked[1]).toMatchObject({ actor: 'client', into: 0 });
    expect(charged).toBe(140);
  });

  test('a defect of the local AWS is called one, and is not worth a retry', () => {
    const broken = gateThat(() => {
      throw new TypeError('x is undefined');
    });
    const response = responseOf(ask(broken, get));
    expect(response.status).toBe(400);
    expect(response.body).toContain('LocalAwsDefect');
    expect(response.body).toContain('x is undefined');
  });
});
