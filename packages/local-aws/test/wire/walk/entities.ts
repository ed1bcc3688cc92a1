import { generateKeyPairSync } from 'node:crypto';
import * as cloudfront from '@aws-sdk/client-cloudfront';
import type { Walk } from './walk';

/** What distributions refer to, each kind made, read, changed, listed and deleted. */
export function walkEntities(walk: Walk): void {
  let client: cloudfront.CloudFrontClient;
  beforeAll(() => {
    client = walk.clients.cloudfront;
  });

  test('a cache policy', async () => {
    const config: cloudfront.CachePolicyConfig = { Name: 'hour', MinTTL: 1, DefaultTTL: 3600, MaxTTL: 3600 };
    const created = await client.send(new cloudfront.CreateCachePolicyCommand({ CachePolicyConfig: config }));
    const Id = created.CachePolicy!.Id!;
    expect(created.Location).toMatch(new RegExp(`/2020-05-31/cache-policy/${Id}$`));
    const read = await client.send(new cloudfront.GetCachePolicyConfigCommand({ Id }));
    expect(read.CachePolicyConfig).toMatchObject(config);
    const { ETag: IfMatch } = await client.send(
      new cloudfront.UpdateCachePolicyCommand({
        Id,
        IfMatch: read.ETag,
        CachePolicyConfig: { ...read.CachePolicyConfig!, Comment: 'an hour' },
      }),
    );
    const custom = await client.send(new cloudfront.ListCachePoliciesCommand({ Type: 'custom' }));
    expect(
      custom.CachePolicyList?.Items?.map((item) => item.CachePolicy?.CachePolicyConfig?.Comment),
    ).toEqual(['an hour']);
    await client.send(new cloudfront.DeleteCachePolicyCommand({ Id, IfMatch }));
    const gone = client.send(new cloudfront.GetCachePolicyCommand({ Id }));
    await expect(gone).rejects.toBeInstanceOf(cloudfront.NoSuchCachePolicy);
  });

  test('an origin request policy', async () => {
    const config: cloudfront.OriginRequestPolicyConfig = {
      Name: 'host',
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: { Quantity: 1, Items: ['host'] } },
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    };
    const created = await client.send(
      new cloudfront.CreateOriginRequestPolicyCommand({ OriginRequestPolicyConfig: config }),
    );
    const Id = created.OriginRequestPolicy!.Id!;
    const read = await client.send(new cloudfront.GetOriginRequestPolicyConfigCommand({ Id }));
    expect(read.OriginRequestPolicyConfig).toMatchObject(config);
    const { ETag: IfMatch } = await client.send(
      new cloudfront.UpdateOriginRequestPolicyCommand({
        Id,
        IfMatch: read.ETag,
        OriginRequestPolicyConfig: { ...config, Comment: 'changed' },
      }),
    );
    const twice = client.send(
      new cloudfront.CreateOriginRequestPolicyCommand({ OriginRequestPolicyConfig: config }),
    );
    await expect(twice).rejects.toBeInstanceOf(cloudfront.OriginRequestPolicyAlreadyExists);
    await client.send(new cloudfront.DeleteOriginRequestPolicyCommand({ Id, IfMatch }));
  });

  test('an origin access control', async () => {
    const config: cloudfront.OriginAccessControlConfig = {
      Name: 'bucket',
      SigningProtocol: 'sigv4',
      SigningBehavior: 'always',
      OriginAccessControlOriginType: 's3',
    };
    const created = await client.send(
      new cloudfront.CreateOriginAccessControlCommand({ OriginAccessControlConfig: config }),
    );
    const Id = created.OriginAccessControl!.Id!;
    const read = await client.send(new cloudfront.GetOriginAccessControlCommand({ Id }));
    expect(read.OriginAccessControl?.OriginAccessControlConfig).toMatchObject(config);
    const same = await client.send(new cloudfront.GetOriginAccessControlConfigCommand({ Id }));
    expect(same.ETag).toBe(created.ETag);
    const { ETag: IfMatch } = await client.send(
      new cloudfront.UpdateOriginAccessControlCommand({
        Id,
        IfMatch: read.ETag,
        OriginAccessControlConfig: { ...config, SigningBehavior: 'never' },
      }),
    );
    const { OriginAccessControlList: list } = await client.send(
      new cloudfront.ListOriginAccessControlsCommand({}),
    );
    expect(list).toMatchObject({ Quantity: 1, IsTruncated: false, Items: [{ SigningBehavior: 'never' }] });
    await client.send(new cloudfront.DeleteOriginAccessControlCommand({ Id, IfMatch }));
    const none = await client.send(new cloudfront.ListOriginAccessControlsCommand({}));
    expect(none.OriginAccessControlList).not.toHaveProperty('Items');
  });

  test('an origin access identity', async () => {
    const config = { CallerReference: 'once', Comment: 'reads the bucket' };
    const make = () =>
      client.send(
        new cloudfront.CreateCloudFrontOriginAccessIdentityCommand({
          CloudFrontOriginAccessIdentityConfig: config,
        }),
      );
    const created = await make();
    const Id = created.CloudFrontOriginAccessIdentity!.Id!;
    expect(created.Location).toMatch(new RegExp(`/origin-access-identity/cloudfront/${Id}$`));
    expect((await make()).CloudFrontOriginAccessIdentity?.Id).toBe(Id);
    const read = await client.send(new cloudfront.GetCloudFrontOriginAccessIdentityCommand({ Id }));
    expect(read.CloudFrontOriginAccessIdentity?.S3CanonicalUserId).toMatch(/^[0-9a-f]{96}$/);
    const { CloudFrontOriginAccessIdentityConfig } = await client.send(
      new cloudfront.GetCloudFrontOriginAccessIdentityConfigCommand({ Id }),
    );
    expect(CloudFrontOriginAccessIdentityConfig).toEqual(config);
    const { ETag: IfMatch } = await client.send(
      new cloudfront.UpdateCloudFrontOriginAccessIdentityCommand({
        Id,
        IfMatch: read.ETag,
        CloudFrontOriginAccessIdentityConfig: { ...config, Comment: 'changed' },
      }),
    );
    const list = await client.send(new cloudfront.ListCloudFrontOriginAccessIdentitiesCommand({}));
    expect(list.CloudFrontOriginAccessIdentityList?.Items).toMatchObject([{ Id, Comment: 'changed' }]);
    await client.send(new cloudfront.DeleteCloudFrontOriginAccessIdentityCommand({ Id, IfMatch }));
  });

  test('a public key and the key group that trusts it', async () => {
    const { publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const PublicKeyConfig = { CallerReference: 'key', Name: 'signer', EncodedKey: publicKey };
    const key = await client.send(new cloudfront.CreatePublicKeyCommand({ PublicKeyConfig }));
    const Id = key.PublicKey!.Id!;
    const KeyGroupConfig = { Name: 'signers', Items: [Id] };
    const group = await client.send(new cloudfront.CreateKeyGroupCommand({ KeyGroupConfig }));
    const groupId = group.KeyGroup!.Id!;
    const { KeyGroup } = await client.send(new cloudfront.GetKeyGroupCommand({ Id: groupId }));
    expect(KeyGroup?.KeyGroupConfig).toMatchObject(KeyGroupConfig);
    const remove = (IfMatch?: string) => client.send(new cloudfront.DeletePublicKeyCommand({ Id, IfMatch }));
    await expect(remove(key.ETag)).rejects.toBeInstanceOf(cloudfront.PublicKeyInUse);
    const renamed = await client.send(
      new cloudfront.UpdateKeyGroupCommand({
        Id: groupId,
        IfMatch: group.ETag,
        KeyGroupConfig: { ...KeyGroupConfig, Comment: 'changed' },
      }),
    );
    const config = await client.send(new cloudfront.GetKeyGroupConfigCommand({ Id: groupId }));
    expect(config.KeyGroupConfig?.Comment).toBe('changed');
    const groups = await client.send(new cloudfront.ListKeyGroupsCommand({}));
    expect(groups.KeyGroupList?.Items).toMatchObject([{ KeyGroup: { Id: groupId } }]);
    await client.send(new cloudfront.DeleteKeyGroupCommand({ Id: groupId, IfMatch: renamed.ETag }));
    const read = await client.send(new cloudfront.GetPublicKeyConfigCommand({ Id }));
    const updated = await client.send(
      new cloudfront.UpdatePublicKeyCommand({
        Id,
        IfMatch: read.ETag,
        PublicKeyConfig: { ...PublicKeyConfig, Comment: 'changed' },
      }),
    );
    expect((await client.send(new cloudfront.GetPublicKeyCommand({ Id }))).ETag).toBe(updated.ETag);
    const keys = await client.send(new cloudfront.ListPublicKeysCommand({}));
    expect(keys.PublicKeyList?.Items).toMatchObject([{ Id, Name: 'signer', EncodedKey: publicKey }]);
    await remove(updated.ETag);
  });
}
