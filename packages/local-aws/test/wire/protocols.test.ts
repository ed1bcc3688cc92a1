import type { Answer } from '../../src/world/operation';
import { ask, gateThat, output, request, responseOf, startedAt } from '../support/asking';

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
