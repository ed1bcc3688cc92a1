import { distributionShape } from '../../src/stack/resources/distribution-shape';
import { nativeProviders } from '../../src/stack/resources/providers';
import { Later, type Members } from '../../src/stack/value';

const problemsOf = (type: string, properties: Members): string[] =>
  nativeProviders
    .find((provider) => provider.type === type)!
    .problems(properties, [])
    .map(({ at, text }) => `${at.join('.')}: ${text}`);

const behavior = { TargetOriginId: 'site', ViewerProtocolPolicy: 'https-only' };
const config = (more: Members): Members => ({
  DistributionConfig: {
    Enabled: true,
    Origins: [{ Id: 'site', DomainName: 'origin.example.net' }],
    DefaultCacheBehavior: behavior,
    ...more,
  },
});
const trust = {
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '310123456789' } }],
};
const policy = (statement: Members): Members => ({
  AssumeRolePolicyDocument: trust,
  Policies: [
    {
      PolicyName: 'p',
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'a:b', Resource: '*', ...statement }] },
    },
  ],
});
const record = { HostedZoneId: 'Z1', Name: 'a.example.com', Type: 'A' };

describe('a property that would be passed over is refused by name', () => {
  const [distribution, role] = ['AWS::CloudFront::Distribution', 'AWS::IAM::Role'];
  test.each<[string, string, Members, string]>([
    [
      'one that CloudFront has and the driver has not',
      distribution,
      config({ AnycastIpListId: 'w' }),
      'DistributionConfig.AnycastIpListId: AnycastIpListId is not supported by the local stack driver; leave it out of the rehearsal',
    ],
    [
      'one that CloudFront does not have',
      distribution,
      config({ Alias: [] }),
      'DistributionConfig.Alias: unknown property Alias; there are Aliases, CacheBehaviors',
    ],
    [
      'one inside an origin',
      distribution,
      config({ Origins: [{ Id: 'site', DomainName: 'origin.example.net', VpcOriginConfig: {} }] }),
      'DistributionConfig.Origins.0.VpcOriginConfig: VpcOriginConfig is not supported',
    ],
    [
      'one inside a list',
      distribution,
      config({ CacheBehaviors: [{ ...behavior, PathPattern: '/a', TTL: 1 }] }),
      'DistributionConfig.CacheBehaviors.0.TTL: unknown property TTL',
    ],
    [
      "the API's spelling in a template",
      distribution,
      config({ ViewerCertificate: { ACMCertificateArn: 'a' } }),
      'DistributionConfig.ViewerCertificate.ACMCertificateArn: unknown property ACMCertificateArn; there are AcmCertificateArn',
    ],
    [
      'one that is missing',
      distribution,
      { DistributionConfig: { Enabled: true } },
      'DistributionConfig: Origins is missing',
    ],
    [
      'a text for a list',
      distribution,
      config({ Aliases: 'a.example.com' }),
      "DistributionConfig.Aliases: must be a list, not the text 'a.example.com'",
    ],
    [
      "the API's list",
      distribution,
      config({ Aliases: { Quantity: 0 } }),
      'DistributionConfig.Aliases: must be a list, not an object',
    ],
    [
      'a word for a boolean',
      distribution,
      config({ Enabled: 'yes' }),
      "DistributionConfig.Enabled: must be true or false, not the text 'yes'",
    ],
    [
      'a word that is none of the few',
      distribution,
      config({ HttpVersion: 'h2' }),
      'must be one of http1.1, http2, http3, http2and3',
    ],
    [
      'a word for a number',
      distribution,
      config({ CustomErrorResponses: [{ ErrorCode: 'x' }] }),
      "ErrorCode: must be a whole number, not the text 'x'",
    ],
    [
      'managed policies of a role',
      role,
      { AssumeRolePolicyDocument: trust, ManagedPolicyArns: [] },
      'ManagedPolicyArns: ManagedPolicyArns is not supported',
    ],
    [
      'a condition in a permission',
      role,
      policy({ Condition: {} }),
      'Statement.0.Condition: Condition is not supported',
    ],
    [
      'NotAction in a permission',
      role,
      policy({ NotAction: 'a' }),
      'Statement.0.NotAction: NotAction is not supported',
    ],
    [
      'a condition operator that STS here does not weigh',
      role,
      {
        AssumeRolePolicyDocument: { Statement: { ...trust.Statement[0]!, Condition: { Bool: { a: 'b' } } } },
      },
      'the local AWS does not evaluate Bool; it knows StringEquals',
    ],
    [
      'a condition key that STS here does not weigh',
      role,
      {
        AssumeRolePolicyDocument: {
          Statement: { ...trust.Statement[0]!, Condition: { StringEquals: { 'aws:x': 'b' } } },
        },
      },
      'the local AWS does not evaluate the key aws:x',
    ],
    [
      'a federated principal',
      role,
      { AssumeRolePolicyDocument: { Statement: { ...trust.Statement[0]!, Principal: { Federated: 'f' } } } },
      'Principal.Federated: Federated is not supported',
    ],
    [
      'a private zone',
      'AWS::Route53::HostedZone',
      { Name: 'example.com', VPCs: [] },
      'VPCs: VPCs is not supported',
    ],
    [
      'a weighted record',
      'AWS::Route53::RecordSet',
      { ...record, Weight: 1 },
      'Weight: Weight is not supported',
    ],
    [
      'a record in a zone by name',
      'AWS::Route53::RecordSet',
      { ...record, HostedZoneName: 'example.com.' },
      'HostedZoneName: HostedZoneName is not supported',
    ],
    [
      'a record type that is not served',
      'AWS::Route53::RecordSet',
      { ...record, Type: 'SRV' },
      'Type: must be one of A, AAAA',
    ],
    [
      'a weighted record in a group',
      'AWS::Route53::RecordSetGroup',
      { HostedZoneId: 'Z1', RecordSets: [{ Name: 'a', Type: 'A', Weight: 1 }] },
      'RecordSets.0.Weight: Weight is not supported',
    ],
    [
      'validation by mail',
      'AWS::CertificateManager::Certificate',
      { DomainName: 'a.example.com', ValidationMethod: 'EMAIL' },
      "ValidationMethod: must be one of DNS, not the text 'EMAIL'",
    ],
  ])('%s', (_what, type, properties, problem) => {
    expect(problemsOf(type, properties).join('\n')).toContain(problem);
  });

  test('a value that comes later is not judged', () => {
    expect(
      problemsOf(distribution, config({ Aliases: new Later('Zone.Names'), Comment: new Later('Zone') })),
    ).toEqual([]);
  });
});

describe('a distribution of a template in the words of the API', () => {
  const apiOf = (more: Members) =>
    (distributionShape.toApi(config(more)) as { DistributionConfig: Record<string, unknown> })
      .DistributionConfig;

  test.each<[string, Members, object]>([
    [
      'aliases are counted',
      { Aliases: ['a.example.com'] },
      { Aliases: { Quantity: 1, Items: ['a.example.com'] } },
    ],
    ['an empty list has no items', { Aliases: [] }, { Aliases: { Quantity: 0 } }],
    ['IPV6Enabled', { IPV6Enabled: 'true' }, { IsIPV6Enabled: true }],
    [
      "the certificate's names",
      {
        ViewerCertificate: {
          AcmCertificateArn: 'arn',
          SslSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      {
        ViewerCertificate: {
          ACMCertificateArn: 'arn',
          SSLSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
    ],
    [
      'cached methods go inside the allowed ones',
      {
        DefaultCacheBehavior: {
          ...behavior,
          AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
          CachedMethods: ['GET', 'HEAD'],
        },
      },
      {
        DefaultCacheBehavior: {
          AllowedMethods: {
            Quantity: 3,
            Items: ['GET', 'HEAD', 'OPTIONS'],
            CachedMethods: { Quantity: 2, Items: ['GET', 'HEAD'] },
          },
        },
      },
    ],
    [
      'error responses, their code as text',
      { CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/' }] },
      {
        CustomErrorResponses: {
          Quantity: 1,
          Items: [{ ErrorCode: 404, ResponseCode: '200', ResponsePagePath: '/' }],
        },
      },
    ],
    [
      'an origin',
      {
        Origins: [
          {
            Id: 'o',
            DomainName: 'o.example.net',
            OriginCustomHeaders: [{ HeaderName: 'x-a', HeaderValue: '1' }],
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
          },
        ],
      },
      {
        Origins: {
          Quantity: 1,
          Items: [
            {
              Id: 'o',
              CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'x-a', HeaderValue: '1' }] },
              CustomOriginConfig: {
                HTTPPort: 80,
                HTTPSPort: 443,
                OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
              },
            },
          ],
        },
      },
    ],
    [
      'places',
      { Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['DE'] } } },
      { Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Quantity: 1, Items: ['DE'] } } },
    ],
  ])('%s', (_what, more, api) => {
    expect(apiOf(more)).toMatchObject(api);
  });
});
