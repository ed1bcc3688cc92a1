import { deleteStack, updateStack } from '../../src/stack';
import type { World } from '../../src/world/world';
import { somePublicKey } from '../support/entities';
import { account, deployed, request } from './support';

/** Everything that a distribution can name, made beside it by one template. */
const everything = ({ comment = 'first', code = 'one', ttl = 60 } = {}) => `
Resources:
  Caching:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: an-hour
        MinTTL: 0
        DefaultTTL: ${ttl}
        MaxTTL: 3600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          CookiesConfig: { CookieBehavior: none }
          HeadersConfig: { HeaderBehavior: whitelist, Headers: [Accept] }
          QueryStringsConfig: { QueryStringBehavior: all }
  Forwarding:
    Type: AWS::CloudFront::OriginRequestPolicy
    Properties:
      OriginRequestPolicyConfig:
        Name: host
        Comment: ${comment}
        CookiesConfig: { CookieBehavior: all }
        HeadersConfig: { HeaderBehavior: allExcept, Headers: [Host] }
        QueryStringsConfig: { QueryStringBehavior: all }
  Headers:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: cors
        Comment: ${comment}
        CorsConfig:
          AccessControlAllowCredentials: false
          AccessControlAllowHeaders: { Items: ['*'] }
          AccessControlAllowMethods: { Items: [GET] }
          AccessControlAllowOrigins: { Items: [https://example.com] }
          OriginOverride: true
        ServerTimingHeadersConfig: { Enabled: true, SamplingRate: 12.5 }
  Control:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        { Name: bucket, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4, Description: ${comment} }
  Identity:
    Type: AWS::CloudFront::CloudFrontOriginAccessIdentity
    Properties: { CloudFrontOriginAccessIdentityConfig: { Comment: ${comment} } }
  Key:
    Type: AWS::CloudFront::PublicKey
    Properties:
      PublicKeyConfig: { CallerReference: once, Name: signer, Comment: ${comment}, EncodedKey: ${JSON.stringify(somePublicKey)} }
  Keys:
    Type: AWS::CloudFront::KeyGroup
    Properties: { KeyGroupConfig: { Name: signers, Items: [!Ref Key], Comment: ${comment} } }
  Rules:
    Type: AWS::CloudFront::KeyValueStore
    Properties: { Name: rules, Comment: ${comment} }
  Redirects:
    Type: AWS::CloudFront::Function
    Properties:
      Name: redirects
      AutoPublish: true
      FunctionCode: ${code}
      FunctionConfig:
        Comment: ${comment}
        Runtime: cloudfront-js-2.0
        KeyValueStoreAssociations: [{ KeyValueStoreARN: !GetAtt Rules.Arn }]
  Bucket: { Type: AWS::S3::Bucket, Properties: { VersioningConfiguration: { Status: Enabled } } }
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - { Effect: Allow, Action: 's3:GetObject', Resource: !Sub '\${Bucket.Arn}/*', Principal: { CanonicalUser: !GetAtt Identity.S3CanonicalUserId } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: main
            DomainName: !GetAtt Bucket.RegionalDomainName
            OriginAccessControlId: !Ref Control
            S3OriginConfig: { OriginAccessIdentity: '' }
          - Id: old
            DomainName: !GetAtt Bucket.DomainName
            S3OriginConfig: { OriginAccessIdentity: !Sub 'origin-access-identity/cloudfront/\${Identity}' }
        OriginGroups:
          Quantity: 1
          Items:
            - Id: both
              FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [500] } }
              Members: { Quantity: 2, Items: [{ OriginId: main }, { OriginId: old }] }
        DefaultCacheBehavior:
          TargetOriginId: both
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: !Ref Caching
          OriginRequestPolicyId: !GetAtt Forwarding.Id
          ResponseHeadersPolicyId: !Ref Headers
          TrustedKeyGroups: [!Ref Keys]
          FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt Redirects.FunctionMetadata.FunctionARN }]
        Logging: { Bucket: !GetAtt Bucket.DomainName, Prefix: site/ }
        WebACLId: arn:aws:wafv2:us-east-1:${account}:global/webacl/main/473e64fd-f30b-4765-81a0-62ad96dd167a
  Setting:
    Type: AWS::SSM::Parameter
    Properties: { Type: String, Value: !Ref Site, Description: ${comment} }
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      MetricName: 5xxErrorRate
      Namespace: AWS/CloudFront
      Dimensions: [{ Name: DistributionId, Value: !Ref Site }]
      Statistic: Average
      Period: 60
      EvaluationPeriods: ${ttl}
      Threshold: 0.5
      ComparisonOperator: GreaterThanThreshold
Outputs:
  Stage: { Value: !GetAtt Redirects.Stage }
  Function: { Value: !Ref Redirects }
  Store: { Value: !GetAtt Rules.Status }
  StoreName: { Value: !Ref Rules }
  Parameter: { Value: !Ref Setting }
  ParameterValue: { Value: !GetAtt Setting.Value }
  Alarm: { Value: !GetAtt Errors.Arn }
  Bucket: { Value: !GetAtt Bucket.Arn }
  Website: { Value: !GetAtt Bucket.WebsiteURL }
  Changed: { Value: !GetAtt Caching.LastModifiedTime }
  Created: { Value: !GetAtt Key.CreatedTime }
`;

const failed = (stack: { events: readonly { status: string; reason?: string }[] }) =>
  stack.events.filter(({ status }) => status.includes('FAILED')).map(({ reason }) => reason);

/** What the account has of its own, by kind. */
const ownedIn = (world: World): Record<string, number> => {
  const count = (all: ReadonlyMap<string, { readonly accountId: string }>) =>
    [...all.values()].filter(({ accountId }) => accountId !== 'aws').length;
  return {
    cachePolicies: count(world.cachePolicies),
    originRequestPolicies: count(world.originRequestPolicies),
    responseHeadersPolicies: count(world.responseHeadersPolicies),
    originAccessControls: count(world.originAccessControls),
    originAccessIdentities: count(world.originAccessIdentities),
    publicKeys: count(world.publicKeys),
    keyGroups: count(world.keyGroups),
    keyValueStores: count(world.keyValueStores),
    functions: count(world.functions),
    distributions: count(world.distributions),
    parameters: count(world.parameters),
    alarms: count(world.alarms),
  };
};

const each = (count: number, world: World) =>
  Object.fromEntries(Object.keys(ownedIn(world)).map((kind) => [kind, count]));

describe('a distribution and everything that it names', () => {
  test('come to be in one stack, and templates read of them what CloudFormation gives', async () => {
    const { here, stack } = await deployed(everything());
    expect(failed(stack)).toEqual([]);
    expect(ownedIn(here.world)).toEqual(each(1, here.world));
    const [distribution] = here.world.distributions.values();
    const [bucket] = [...stack.resources.values()].filter(({ type }) => type === 'AWS::S3::Bucket');
    expect(stack.outputs).toEqual({
      Stage: 'LIVE',
      Function: `arn:aws:cloudfront::${account}:function/redirects`,
      Store: 'READY',
      StoreName: 'rules',
      Parameter: expect.stringMatching(/^CFN-Setting-[A-Za-z0-9]{12}$/),
      ParameterValue: distribution!.id,
      Alarm: expect.stringMatching(
        new RegExp(`^arn:aws:cloudwatch:us-east-1:${account}:alarm:site-Errors-[A-Za-z0-9]{12}$`),
      ),
      Bucket: `arn:aws:s3:::${bucket!.made!.physicalId}`,
      Website: `http://${bucket!.made!.physicalId}.s3-website-us-east-1.amazonaws.com`,
      Changed: expect.stringMatching(/^2026-01-01T.*Z$/),
      Created: expect.stringMatching(/^2026-01-01T.*Z$/),
    });
    expect(bucket!.made!.physicalId).toMatch(/^site-bucket-[a-z0-9]{12}$/);
  });

  test('reach CloudFront as the template has them', async () => {
    const { here } = await deployed(everything());
    const [distribution] = here.world.distributions.values();
    const only = <T extends { readonly accountId: string }>(all: ReadonlyMap<string, T>) =>
      [...all.values()].find(({ accountId }) => accountId === account)!;
    const { world } = here;
    expect(distribution!.config).toMatchObject({
      DefaultCacheBehavior: {
        CachePolicyId: only(world.cachePolicies).id,
        TrustedKeyGroups: { Enabled: true, Quantity: 1, Items: [only(world.keyGroups).id] },
        FunctionAssociations: { Quantity: 1, Items: [{ EventType: 'viewer-request' }] },
      },
      Logging: { Enabled: true, IncludeCookies: false, Prefix: 'site/' },
      OriginGroups: { Quantity: 1, Items: [{ Id: 'both' }] },
    });
    expect(only(world.responseHeadersPolicies).config).toMatchObject({
      CorsConfig: { AccessControlAllowMethods: { Quantity: 1, Items: ['GET'] } },
      ServerTimingHeadersConfig: { SamplingRate: 12.5 },
    });
    expect(only(world.cachePolicies).config.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: { Quantity: 1, Items: ['Accept'] } },
    });
    expect([...only(world.functions).live!.code]).toEqual([...Buffer.from('one')]);
  });

  test('are changed in place, each under its ETag', async () => {
    const { here, stack } = await deployed(everything());
    const physicalIds = () =>
      [...stack.resources.values()].map(({ logicalId, made }) => `${logicalId} ${made?.physicalId}`);
    const before = physicalIds();
    await here.finish((cloudFormation) =>
      updateStack(cloudFormation, request(everything({ comment: 'second', code: 'two', ttl: 120 }))),
    );
    expect(failed(stack)).toEqual([]);
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(physicalIds()).toEqual(before);
    const { world } = here;
    const own = [...world.cachePolicies.values()].find(({ accountId }) => accountId === account);
    expect(own?.config.DefaultTTL).toBe(120);
    const [edgeFunction] = world.functions.values();
    expect(Buffer.from(edgeFunction!.live!.code).toString()).toBe('two');
    const [key] = world.publicKeys.values();
    const [identity] = world.originAccessIdentities.values();
    const [alarm] = world.alarms.values();
    expect([key!.config.Comment, identity!.config.Comment, alarm!.config.EvaluationPeriods]).toEqual([
      'second',
      'second',
      120,
    ]);
  });

  test('are gone with their stack', async () => {
    const { here } = await deployed(everything());
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(failed(stack)).toEqual([]);
    expect(ownedIn(here.world)).toEqual(each(0, here.world));
  });
});

test('a function that is not published cannot be on a behaviour', async () => {
  const { stack } = await deployed(everything().replace('AutoPublish: true', 'AutoPublish: false'));
  expect(failed(stack)[0]).toMatch(/has not been published to the LIVE stage/);
});

test('a function gets a new name by replacement', async () => {
  const template = (name: string) => `
Resources:
  One:
    Type: AWS::CloudFront::Function
    Properties: { Name: ${name}, FunctionCode: x, FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0 } }`;
  const { here, stack } = await deployed(template('first'));
  await here.finish((cloudFormation) => updateStack(cloudFormation, request(template('second'))));
  expect(failed(stack)).toEqual([]);
  expect([...here.world.functions.values()].map(({ name }) => name)).toEqual(['second']);
});
