import * as acm from '@aws-sdk/client-acm';
import * as cloudfront from '@aws-sdk/client-cloudfront';
import { richConfig } from '../../support/rich-config';
import type { Walk } from './walk';

/** Distributions: written and read back, refused, tagged, listed, moved a name, deleted. */
export function walkDistributions(walk: Walk): void {
  let certificateArn = '';
  let first: cloudfront.Distribution;

  beforeAll(async () => {
    const requested = await walk.clients.acm.send(
      new acm.RequestCertificateCommand({ DomainName: '*.example.com', ValidationMethod: 'DNS' }),
    );
    certificateArn = requested.CertificateArn!;
    await walk.prove(certificateArn);
  });

  test('a rich configuration reads back as it was written', async () => {
    const config = richConfig(certificateArn, ['a.example.com', 'b.example.com']);
    const created = await walk.clients.cloudfront.send(
      new cloudfront.CreateDistributionCommand({ DistributionConfig: config }),
    );
    first = created.Distribution!;
    expect(created.Location).toMatch(new RegExp(`/2020-05-31/distribution/${first.Id}$`));
    expect(created.$metadata.httpStatusCode).toBe(201);
    const read = await walk.clients.cloudfront.send(
      new cloudfront.GetDistributionConfigCommand({ Id: first.Id }),
    );
    expect(read.DistributionConfig).toMatchObject(config);
    expect(read.ETag).toBe(created.ETag);
    const again = await walk.clients.cloudfront.send(
      new cloudfront.UpdateDistributionCommand({
        Id: first.Id,
        IfMatch: read.ETag,
        DistributionConfig: read.DistributionConfig,
      }),
    );
    expect(again.Distribution?.DistributionConfig).toEqual(read.DistributionConfig);
    expect(again.ETag).not.toBe(read.ETag);
    expect(again.Distribution).toMatchObject({ Status: 'InProgress', LastModifiedTime: expect.any(Date) });
    walk.later();
    const settled = await walk.clients.cloudfront.send(
      new cloudfront.GetDistributionCommand({ Id: first.Id }),
    );
    expect(settled.Distribution?.Status).toBe('Deployed');
  });

  test('errors come as the classes of the client, with their messages', async () => {
    const client = walk.clients.cloudfront;
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
    ).rejects.toBeInstanceOf(cloudfront.NoSuchDistribution);
    await expect(client.send(new cloudfront.ListAnycastIpListsCommand({}))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('ListAnycastIpLists'),
    });
  });

  test('tags, lists and a move of a name, then the end', async () => {
    const client = walk.clients.cloudfront;
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
    const { ConflictingAliasesList } = await client.send(
      new cloudfront.ListConflictingAliasesCommand({ Alias: 'b.example.com', DistributionId: second!.Id }),
    );
    expect(ConflictingAliasesList).toMatchObject({
      Quantity: 1,
      MaxItems: 100,
      Items: [{ Alias: 'b.example.com', AccountId: `******${first.ARN!.split(':')[4]!.slice(6)}` }],
    });
    // No TXT record allows it: the refusal shows that the alias was read from the query.
    await expect(
      client.send(
        new cloudfront.AssociateAliasCommand({ TargetDistributionId: second!.Id, Alias: 'b.example.com' }),
      ),
    ).rejects.toBeInstanceOf(cloudfront.IllegalUpdate);
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
    const client = walk.clients.cloudfront;
    const { DistributionConfig, ETag } = await client.send(
      new cloudfront.GetDistributionConfigCommand({ Id }),
    );
    const disabled = { ...DistributionConfig, Enabled: false } as cloudfront.DistributionConfig;
    const { ETag: last } = await client.send(
      new cloudfront.UpdateDistributionCommand({ Id, IfMatch: ETag, DistributionConfig: disabled }),
    );
    walk.later();
    const deleted = await client.send(new cloudfront.DeleteDistributionCommand({ Id, IfMatch: last }));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
  }
}
