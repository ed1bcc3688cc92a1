import { chanceOf } from '@cutover/ground';
import type { HttpRequest, Reply } from '../../src/wire/http';
import type { Gate, WireOptions } from '../../src/wire/options';
import { respond } from '../../src/wire/respond';
import { AwsFailure } from '../../src/world/failure';
import type { Answer, Request } from '../../src/world/operation';
import type { World } from '../../src/world/world';

const startedAt = Date.parse('2026-03-01T12:00:00Z');
const world = { chance: chanceOf('wire') } as World;

const output = (value: unknown): Answer => ({ kind: 'output', output: value, latencyMs: 100 });

/** A gate that answers the same to all, and keeps what it was asked. */
function gateThat(answer: Answer | (() => Answer)): Gate & { asked: Request[] } {
  const asked: Request[] = [];
  return {
    asked,
    answer: (_, request) => {
      asked.push(request);
      return typeof answer === 'function' ? answer() : answer;
    },
    callerOf: (_, accessKeyId, region) => {
      if (accessKeyId === 'EXPIRED')
        throw new AwsFailure('ExpiredToken', 403, 'The security token has expired');
      return { accountId: accessKeyId, region };
    },
    advance: () => {},
  };
}

const signed = (service: string, key = '636696000000') =>
  `AWS4-HMAC-SHA256 Credential=${key}/20260301/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

const request = (
  service: string,
  [method, uri]: [string, string],
  body = '',
  headers: Record<string, string> = {},
): HttpRequest => {
  const [path = '', query = ''] = uri.split('?');
  const authorization = signed(service);
  return { method, path, query: new URLSearchParams(query), headers: { authorization, ...headers }, body };
};

const ask = (gate: Gate, asking: HttpRequest, options: Partial<WireOptions> = {}): Reply =>
  respond({ world, gate, options: { now: () => startedAt, ...options } }, asking, 'request-1');

const responseOf = (reply: Reply) => {
  if (reply.kind !== 'response') throw new Error(`no response, but ${reply.kind}`);
  const { status, headers, body } = reply.response;
  return {
    status,
    headers,
    body: body === undefined ? undefined : Buffer.from(body as string).toString('utf8'),
  };
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const cloudFrontXmlns = 'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"';

describe('REST-XML', () => {
  test('reads labels, headers and the document, and writes the payload with ETag and Location', () => {
    const config = {
      CallerReference: 'a & b',
      Comment: '',
      Aliases: { Quantity: 1, Items: ['a.example.com'] },
    };
    const gate = gateThat(
      output({
        Distribution: {
          Id: 'E1',
          LastModifiedTime: new Date(startedAt),
          DistributionConfig: { ...config, CacheBehaviors: { Quantity: 0, Items: [] } },
        },
        ETag: 'ETAG',
      }),
    );
    const sent =
      '<DistributionConfig><CallerReference>a &amp; b</CallerReference>' +
      '<Origins><Quantity>1</Quantity><Items><Origin><Id>o</Id><DomainName>o.example.net</DomainName></Origin></Items></Origins>' +
      '<DefaultCacheBehavior><TargetOriginId>o</TargetOriginId><ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy></DefaultCacheBehavior>' +
      '<Comment></Comment><Enabled>true</Enabled>' +
      '<Aliases><Quantity>1</Quantity><Items><CNAME>a.example.com</CNAME></Items></Aliases></DistributionConfig>';
    const reply = ask(
      gate,
      request('cloudfront', ['PUT', '/2020-05-31/distribution/E1/config'], sent, { 'if-match': 'OLD' }),
    );

    expect(gate.asked[0]).toEqual({
      service: 'cloudfront',
      operation: 'UpdateDistribution',
      caller: { accountId: '636696000000', region: 'us-east-1' },
      actor: 'client',
      into: 0,
      input: {
        Id: 'E1',
        IfMatch: 'OLD',
        DistributionConfig: {
          ...config,
          Origins: { Quantity: 1, Items: [{ Id: 'o', DomainName: 'o.example.net' }] },
          DefaultCacheBehavior: { TargetOriginId: 'o', ViewerProtocolPolicy: 'allow-all' },
          Enabled: true,
        },
      },
    });
    expect(responseOf(reply)).toEqual({
      status: 200,
      headers: { 'Content-Type': 'text/xml', 'x-amzn-RequestId': 'request-1', ETag: 'ETAG' },
      body:
        `${declaration}<Distribution ${cloudFrontXmlns}><Id>E1</Id><LastModifiedTime>2026-03-01T12:00:00Z</LastModifiedTime>` +
        '<DistributionConfig><CallerReference>a &amp; b</CallerReference><Comment></Comment>' +
        '<Aliases><Quantity>1</Quantity><Items><CNAME>a.example.com</CNAME></Items></Aliases>' +
        '<CacheBehaviors><Quantity>0</Quantity></CacheBehaviors></DistributionConfig></Distribution>',
    });
  });

  test('writes an answer without payload under the name of its shape, items under the name of the model', () => {
    const conflict = {
      Domain: 'a.example.com',
      ResourceType: 'distribution',
      ResourceId: '***1',
      AccountId: '***2',
    };
    const reply = ask(
      gateThat(output({ DomainConflicts: [conflict] })),
      request(
        'cloudfront',
        ['POST', '/2020-05-31/domain-conflicts'],
        '<ListDomainConflictsRequest><Domain>a.example.com</Domain>' +
          '<DomainControlValidationResource><DistributionId>E1</DistributionId></DomainControlValidationResource>' +
          '</ListDomainConflictsRequest>',
      ),
    );
    expect(responseOf(reply).body).toBe(
      `${declaration}<ListDomainConflictsResult ${cloudFrontXmlns}><DomainConflicts><DomainConflicts>` +
        '<Domain>a.example.com</Domain><ResourceType>distribution</ResourceType><ResourceId>***1</ResourceId>' +
        '<AccountId>***2</AccountId></DomainConflicts></DomainConflicts></ListDomainConflictsResult>',
    );
  });

  test('answers a deletion with the status of the model and no body', () => {
    const reply = ask(gateThat(output({})), request('cloudfront', ['DELETE', '/2020-05-31/distribution/E1']));
    expect(responseOf(reply)).toEqual({
      status: 204,
      headers: { 'x-amzn-RequestId': 'request-1' },
      body: undefined,
    });
  });

  test('keeps an empty list that no Quantity counts, as Route 53 does', () => {
    const reply = ask(
      gateThat(output({ HostedZones: [], IsTruncated: false, MaxItems: 100 })),
      request('route53', ['GET', '/2013-04-01/hostedzone']),
    );
    expect(responseOf(reply).body).toBe(
      `${declaration}<ListHostedZonesResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZones/>` +
        '<IsTruncated>false</IsTruncated><MaxItems>100</MaxItems></ListHostedZonesResponse>',
    );
  });

  test('writes a failure as the ErrorResponse of the service', () => {
    const failure: Answer = {
      kind: 'failure',
      code: 'NoSuchDistribution',
      status: 404,
      message: 'No <E1>.',
      latencyMs: 1,
    };
    expect(
      responseOf(ask(gateThat(failure), request('cloudfront', ['GET', '/2020-05-31/distribution/E1']))),
    ).toEqual({
      status: 404,
      headers: { 'Content-Type': 'text/xml', 'x-amzn-RequestId': 'request-1' },
      body:
        `${declaration}<ErrorResponse ${cloudFrontXmlns}><Error><Type>Sender</Type><Code>NoSuchDistribution</Code>` +
        '<Message>No &lt;E1&gt;.</Message></Error><RequestId>request-1</RequestId></ErrorResponse>',
    });
  });
});

describe('JSON 1.1', () => {
  test('reads the operation from the target and writes times as seconds', () => {
    const gate = gateThat(output({ Certificate: { CertificateArn: 'arn', NotAfter: new Date(startedAt) } }));
    const reply = ask(
      gate,
      request('acm', ['POST', '/'], '{"CertificateArn":"arn"}', {
        'x-amz-target': 'CertificateManager.DescribeCertificate',
      }),
    );
    expect(gate.asked[0]).toMatchObject({
      operation: 'DescribeCertificate',
      input: { CertificateArn: 'arn' },
    });
    expect(responseOf(reply)).toEqual({
      status: 200,
      headers: { 'Content-Type': 'application/x-amz-json-1.1', 'x-amzn-RequestId': 'request-1' },
      body: '{"Certificate":{"CertificateArn":"arn","NotAfter":1772366400}}',
    });
  });

  test('writes a failure with its type in body and header', () => {
    const failure: Answer = {
      kind: 'failure',
      code: 'ParameterNotFound',
      status: 400,
      message: 'gone',
      latencyMs: 1,
    };
    const reply = ask(
      gateThat(failure),
      request('ssm', ['POST', '/'], '{"Name":"/a"}', { 'x-amz-target': 'AmazonSSM.GetParameter' }),
    );
    expect(responseOf(reply)).toMatchObject({
      status: 400,
      headers: { 'x-amzn-errortype': 'ParameterNotFound' },
      body: '{"__type":"ParameterNotFound","message":"gone"}',
    });
  });
});

describe('Query', () => {
  const assume =
    'Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fr&RoleSessionName=s';

  test('reads the form and writes the result in its two envelopes', () => {
    const gate = gateThat(
      output({
        Credentials: {
          AccessKeyId: 'ASIA',
          SecretAccessKey: 's',
          SessionToken: 't',
          Expiration: new Date(startedAt),
        },
      }),
    );
    const reply = ask(
      gate,
      request('sts', ['POST', '/'], `${assume}&Tags.member.1.Key=k&Tags.member.1.Value=v`),
    );
    expect(gate.asked[0]?.input).toEqual({
      RoleArn: 'arn:aws:iam::1:role/r',
      RoleSessionName: 's',
      Tags: [{ Key: 'k', Value: 'v' }],
    });
    expect(responseOf(reply).body).toBe(
      `${declaration}<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>` +
        '<AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>' +
        '<Expiration>2026-03-01T12:00:00Z</Expiration></Credentials></AssumeRoleResult>' +
        '<ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></AssumeRoleResponse>',
    );
  });

  test('sends an error under the code that the model gives it for Query', () => {
    const failure: Answer = {
      kind: 'failure',
      code: 'MalformedPolicyDocumentException',
      status: 400,
      message: 'm',
      latencyMs: 1,
    };
    expect(responseOf(ask(gateThat(failure), request('sts', ['POST', '/'], assume))).body).toContain(
      '<Code>MalformedPolicyDocument</Code>',
    );
  });
});

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
