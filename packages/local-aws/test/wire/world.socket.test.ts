import * as acm from '@aws-sdk/client-acm';
import * as cloudfront from '@aws-sdk/client-cloudfront';
import * as route53 from '@aws-sdk/client-route-53';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { createAuthority } from '../../src/edge/authority';
import type { Gate } from '../../src/wire/options';
import { missingMember } from '../../src/wire/required';
import { serviceModels } from '../../src/wire/schemas';
import { startWire, type WireServer } from '../../src/wire/server';
import { advance } from '../../src/world/advance';
import { createWorld } from '../../src/world/create';
import { answer } from '../../src/world/gate';
import { callerOf } from '../../src/world/identity';
import { operations } from '../../src/world/operations';
import type { World } from '../../src/world/world';
import { clientsFor } from '../support/clients';
import { richConfig } from '../support/rich-config';

const source = '636696000000';
const target = '310123456789';
const targetRole = `arn:aws:iam::${target}:role/mover`;
const tenMinutes = 600_000;

/** What the model requires of an answer and the world left out, by operation. */
const gaps: string[] = [];
const watched: Gate = {
  callerOf,
  advance,
  answer: (world, request) => {
    const given = answer(world, request);
    const shape = serviceModels.get(request.service)!.operations.get(request.operation)!.output;
    const gap = given.kind === 'output' ? missingMember(shape, given.output) : undefined;
    if (gap) gaps.push(`${request.service}.${request.operation}: ${gap}`);
    return given;
  },
};

let world: World;
let wire: WireServer;
let now = Date.now();
let clients: ReturnType<typeof clientsFor>;

beforeAll(async () => {
  const accounts = [
    { id: source, name: 'source' },
    { id: target, name: 'target' },
  ];
  world = createWorld({ seed: 'wire', startedAt: now, accounts });
  world.roles.set(targetRole, {
    arn: targetRole,
    name: 'mover',
    accountId: target,
    trust: {
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: `arn:aws:iam::${source}:root` } },
      ],
    },
    policies: [{ Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameter*', Resource: '*' }] }],
  });
  wire = await startWire(world, { now: () => now, gate: watched });
  clients = clientsFor(wire.port, source);
});
afterAll(async () => {
  clients.destroy();
  await wire.stop();
});

const later = () => {
  now += tenMinutes;
};

describe('a client walks through the services', () => {
  let certificateArn = '';
  let first: cloudfront.Distribution;

  test('ACM: request, wait, describe, list, tag', async () => {
    const { acm: client } = clients;
    const requested = await client.send(
      new acm.RequestCertificateCommand({
        DomainName: 'example.com',
        SubjectAlternativeNames: ['*.example.com'],
      }),
    );
    certificateArn = requested.CertificateArn!;
    later();
    const { Certificate } = await client.send(
      new acm.DescribeCertificateCommand({ CertificateArn: certificateArn }),
    );
    expect(Certificate).toMatchObject({
      CertificateArn: certificateArn,
      Status: 'ISSUED',
      DomainName: 'example.com',
    });
    expect(Certificate?.NotAfter).toBeInstanceOf(Date);
    const tag = { Key: 'team', Value: 'edge' };
    await client.send(new acm.AddTagsToCertificateCommand({ CertificateArn: certificateArn, Tags: [tag] }));
    const tags = await client.send(new acm.ListTagsForCertificateCommand({ CertificateArn: certificateArn }));
    expect(tags.Tags).toEqual([tag]);
    const list = await client.send(new acm.ListCertificatesCommand({}));
    expect(list.CertificateSummaryList).toHaveLength(1);
  });

  test('ACM: import bytes, delete', async () => {
    const authority = await createAuthority(new Date(now));
    const { cert, key } = await authority.certificateFor(['imported.example.org']);
    const imported = await clients.acm.send(
      new acm.ImportCertificateCommand({ Certificate: Buffer.from(cert), PrivateKey: Buffer.from(key) }),
    );
    await clients.acm.send(new acm.DeleteCertificateCommand({ CertificateArn: imported.CertificateArn }));
    const gone = clients.acm.send(
      new acm.DescribeCertificateCommand({ CertificateArn: imported.CertificateArn }),
    );
    await expect(gone).rejects.toBeInstanceOf(acm.ResourceNotFoundException);
  });

  test('CloudFront: a rich configuration reads back as it was written', async () => {
    const config = richConfig(certificateArn, ['a.example.com', 'b.example.com']);
    const created = await clients.cloudfront.send(
      new cloudfront.CreateDistributionCommand({ DistributionConfig: config }),
    );
    first = created.Distribution!;
    expect(created.Location).toMatch(new RegExp(`/2020-05-31/distribution/${first.Id}$`));
    expect(created.$metadata.httpStatusCode).toBe(201);
    const read = await clients.cloudfront.send(new cloudfront.GetDistributionConfigCommand({ Id: first.Id }));
    expect(read.DistributionConfig).toMatchObject(config);
    expect(read.ETag).toBe(created.ETag);
    const again = await clients.cloudfront.send(
      new cloudfront.UpdateDistributionCommand({
        Id: first.Id,
        IfMatch: read.ETag,
        DistributionConfig: read.DistributionConfig,
      }),
    );
    expect(again.Distribution?.DistributionConfig).toEqual(read.DistributionConfig);
    expect(again.ETag).not.toBe(read.ETag);
    expect(again.Distribution).toMatchObject({ Status: 'InProgress', LastModifiedTime: expect.any(Date) });
    later();
    const settled = await clients.cloudfront.send(new cloudfront.GetDistributionCommand({ Id: first.Id }));
    expect(settled.Distribution?.Status).toBe('Deployed');
  });

  test('CloudFront: errors come as the classes of the client, with their messages', async () => {
    const { cloudfront: client } = clients;
    const config = first.DistributionConfig;
    const update = (Id: string, IfMatch?: string) =>
      client.send(new cloudfront.UpdateDistributionCommand({ Id, IfMatch, DistributionConfig: config }));
    await expect(update('ENOSUCHTHING00')).rejects.toBeInstanceOf(cloudfront.NoSuchDistribution);
    await expect(update(first.Id!)).rejects.toMatchObject({
      name: 'InvalidIfMatchVersion',
      $fault: 'client',
    });
    await expect(update(first.Id!, 'E0000000000000')).rejects.toMatchObject({
      name: 'PreconditionFailed',
      message: expect.stringContaining('precondition'),
      $metadata: { httpStatusCode: 412 },
    });
    const taken = {
      ...config,
      CallerReference: 'another',
      Aliases: { Quantity: 1, Items: ['a.example.com'] },
    };
    await expect(
      client.send(
        new cloudfront.CreateDistributionCommand({
          DistributionConfig: taken as cloudfront.DistributionConfig,
        }),
      ),
    ).rejects.toMatchObject({ name: 'CNAMEAlreadyExists', $metadata: { httpStatusCode: 409 } });
    await expect(
      client.send(
        new cloudfront.AssociateAliasCommand({ TargetDistributionId: 'E1', Alias: '*.example.com' }),
      ),
    ).rejects.toMatchObject({ name: 'NotImplemented', message: expect.stringContaining('AssociateAlias') });
  });

  test('CloudFront: tags, lists and a move of a name, then the end', async () => {
    const { cloudfront: client } = clients;
    const config = { ...richConfig(certificateArn, []), CallerReference: 'second' };
    const tags = { Items: [{ Key: 'team', Value: 'edge' }] };
    const { Distribution: second } = await client.send(
      new cloudfront.CreateDistributionWithTagsCommand({
        DistributionConfigWithTags: { DistributionConfig: config, Tags: tags },
      }),
    );
    const Resource = second!.ARN!;
    await client.send(
      new cloudfront.TagResourceCommand({ Resource, Tags: { Items: [{ Key: 'stage', Value: 'prod' }] } }),
    );
    await client.send(new cloudfront.UntagResourceCommand({ Resource, TagKeys: { Items: ['stage'] } }));
    const listed = await client.send(new cloudfront.ListTagsForResourceCommand({ Resource }));
    expect(listed.Tags).toEqual(tags);
    const { DistributionList } = await client.send(new cloudfront.ListDistributionsCommand({ MaxItems: 1 }));
    expect(DistributionList).toMatchObject({
      Quantity: 1,
      IsTruncated: true,
      NextMarker: expect.any(String),
    });
    const { DomainConflicts } = await client.send(
      new cloudfront.ListDomainConflictsCommand({
        Domain: 'a.example.com',
        DomainControlValidationResource: { DistributionId: second!.Id },
      }),
    );
    expect(DomainConflicts).toMatchObject([{ Domain: 'a.example.com', ResourceType: 'distribution' }]);
    const moved = await client.send(
      new cloudfront.UpdateDomainAssociationCommand({
        Domain: 'a.example.com',
        TargetResource: { DistributionId: second!.Id },
      }),
    );
    expect(moved).toMatchObject({
      Domain: 'a.example.com',
      ResourceId: second!.Id,
      ETag: expect.any(String),
    });
    await remove(second!.Id!);
  });

  async function remove(Id: string): Promise<void> {
    const { cloudfront: client } = clients;
    const { DistributionConfig, ETag } = await client.send(
      new cloudfront.GetDistributionConfigCommand({ Id }),
    );
    const disabled = { ...DistributionConfig, Enabled: false } as cloudfront.DistributionConfig;
    const { ETag: last } = await client.send(
      new cloudfront.UpdateDistributionCommand({ Id, IfMatch: ETag, DistributionConfig: disabled }),
    );
    later();
    const deleted = await client.send(new cloudfront.DeleteDistributionCommand({ Id, IfMatch: last }));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
  }

  test('CloudFront: policies', async () => {
    const { cloudfront: client } = clients;
    const config: cloudfront.ResponseHeadersPolicyConfig = {
      Name: 'mark',
      Comment: '',
      CustomHeadersConfig: {
        Quantity: 1,
        Items: [{ Header: 'x-migration', Value: 'source account distribution', Override: true }],
      },
    };
    const created = await client.send(
      new cloudfront.CreateResponseHeadersPolicyCommand({ ResponseHeadersPolicyConfig: config }),
    );
    const Id = created.ResponseHeadersPolicy!.Id!;
    const { ResponseHeadersPolicy } = await client.send(
      new cloudfront.GetResponseHeadersPolicyCommand({ Id }),
    );
    expect(ResponseHeadersPolicy?.ResponseHeadersPolicyConfig).toMatchObject(config);
    const read = await client.send(new cloudfront.GetResponseHeadersPolicyConfigCommand({ Id }));
    const updated = await client.send(
      new cloudfront.UpdateResponseHeadersPolicyCommand({
        Id,
        IfMatch: read.ETag,
        ResponseHeadersPolicyConfig: { ...config, Comment: 'new' },
      }),
    );
    await client.send(new cloudfront.DeleteResponseHeadersPolicyCommand({ Id, IfMatch: updated.ETag }));
    const headers = await client.send(new cloudfront.ListResponseHeadersPoliciesCommand({}));
    const caching = await client.send(new cloudfront.ListCachePoliciesCommand({ Type: 'managed' }));
    const requests = await client.send(new cloudfront.ListOriginRequestPoliciesCommand({}));
    expect(headers.ResponseHeadersPolicyList?.Items?.length).toBeGreaterThan(0);
    const { CachePolicy } = caching.CachePolicyList!.Items![0]!;
    const { OriginRequestPolicy } = requests.OriginRequestPolicyList!.Items![0]!;
    const policy = await client.send(new cloudfront.GetCachePolicyCommand({ Id: CachePolicy!.Id }));
    expect(policy.CachePolicy).toEqual(CachePolicy);
    const other = await client.send(
      new cloudfront.GetOriginRequestPolicyCommand({ Id: OriginRequestPolicy!.Id }),
    );
    expect(other.OriginRequestPolicy).toEqual(OriginRequestPolicy);
  });

  test('Route 53: a zone, its records, a change that comes INSYNC', async () => {
    const { route53: client } = clients;
    const none = await client.send(new route53.ListHostedZonesCommand({}));
    expect(none.HostedZones).toEqual([]);
    const created = await client.send(
      new route53.CreateHostedZoneCommand({ Name: 'example.com', CallerReference: 'once' }),
    );
    expect(created.Location).toMatch(/\/2013-04-01\/hostedzone\/Z/);
    const Id = created.HostedZone!.Id!;
    const record = (Value: string): route53.ResourceRecordSet => ({
      Name: 'a.example.com',
      Type: 'CNAME',
      TTL: 60,
      ResourceRecords: [{ Value }],
    });
    const change = (Action: route53.ChangeAction) =>
      client.send(
        new route53.ChangeResourceRecordSetsCommand({
          HostedZoneId: Id,
          ChangeBatch: { Changes: [{ Action, ResourceRecordSet: record('d1.cloudfront.net') }] },
        }),
      );
    const { ChangeInfo } = await change('CREATE');
    expect(ChangeInfo?.Status).toBe('PENDING');
    later();
    const settled = await client.send(new route53.GetChangeCommand({ Id: ChangeInfo!.Id }));
    expect(settled.ChangeInfo?.Status).toBe('INSYNC');
    await expect(change('CREATE')).rejects.toBeInstanceOf(route53.InvalidChangeBatch);
    const { ResourceRecordSets } = await client.send(
      new route53.ListResourceRecordSetsCommand({ HostedZoneId: Id, StartRecordName: 'a.example.com' }),
    );
    expect(ResourceRecordSets).toEqual([{ ...record('d1.cloudfront.net'), Name: 'a.example.com.' }]);
    const zone = await client.send(new route53.GetHostedZoneCommand({ Id }));
    expect(zone.DelegationSet?.NameServers).toHaveLength(4);
    const byName = await client.send(new route53.ListHostedZonesByNameCommand({ DNSName: 'example.com' }));
    expect(byName.HostedZones?.[0]?.Name).toBe('example.com.');
    await change('DELETE');
    await client.send(new route53.DeleteHostedZoneCommand({ Id }));
  });

  test('SSM: parameters', async () => {
    const { ssm: client } = clients;
    const put = (Name: string) =>
      client.send(new ssm.PutParameterCommand({ Name, Value: 'v <&>', Type: 'String', Overwrite: false }));
    for (const name of ['/cutover/a', '/cutover/b', '/cutover/c']) await put(name);
    await expect(put('/cutover/a')).rejects.toBeInstanceOf(ssm.ParameterAlreadyExists);
    const one = await client.send(new ssm.GetParameterCommand({ Name: '/cutover/a' }));
    expect(one.Parameter).toMatchObject({ Value: 'v <&>', Version: 1, LastModifiedDate: expect.any(Date) });
    const some = await client.send(new ssm.GetParametersCommand({ Names: ['/cutover/b', '/cutover/x'] }));
    expect(some).toMatchObject({ Parameters: [{ Name: '/cutover/b' }], InvalidParameters: ['/cutover/x'] });
    const all = await client.send(new ssm.GetParametersByPathCommand({ Path: '/cutover', Recursive: true }));
    expect(all.Parameters).toHaveLength(3);
    await client.send(new ssm.DeleteParameterCommand({ Name: '/cutover/a' }));
    await client.send(new ssm.DeleteParametersCommand({ Names: ['/cutover/b'] }));
    await expect(client.send(new ssm.GetParameterCommand({ Name: '/cutover/b' }))).rejects.toBeInstanceOf(
      ssm.ParameterNotFound,
    );
  });

  test('STS: a role of another account, and what it may not do', async () => {
    const { sts: client } = clients;
    expect((await client.send(new sts.GetCallerIdentityCommand({}))).Account).toBe(source);
    expect((await client.send(new sts.GetSessionTokenCommand({}))).Credentials?.Expiration).toBeInstanceOf(
      Date,
    );
    const { Credentials } = await client.send(
      new sts.AssumeRoleCommand({ RoleArn: targetRole, RoleSessionName: 'test' }),
    );
    const { AccessKeyId, SessionToken } = Credentials!;
    const assumed = clientsFor(wire.port, target, { key: AccessKeyId!, token: SessionToken! });
    const identity = await assumed.sts.send(new sts.GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: target,
      Arn: expect.stringContaining('assumed-role/mover/test'),
    });
    await expect(assumed.ssm.send(new ssm.GetParameterCommand({ Name: '/cutover/c' }))).rejects.toThrow(
      ssm.ParameterNotFound,
    );
    await expect(assumed.ssm.send(new ssm.DeleteParameterCommand({ Name: '/x' }))).rejects.toMatchObject({
      name: expect.stringContaining('AccessDenied'),
      message: expect.stringContaining('is not authorized to perform: ssm:DeleteParameter'),
    });
    assumed.destroy();
  });

  test('nothing that was written is left out of this walk, and no answer lacks what the model requires', () => {
    const walked = new Set(world.calls.map(({ service, operation }) => `${service}.${operation}`));
    expect([...operations.keys()].filter((name) => !walked.has(name))).toEqual([]);
    expect(gaps).toEqual([]);
  });
});
