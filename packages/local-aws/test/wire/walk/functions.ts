import * as cloudfront from '@aws-sdk/client-cloudfront';
import type { Walk } from './walk';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Functions from creation over a test to LIVE, and the stores that they read. */
export function walkFunctions(walk: Walk): void {
  const Name = 'redirects';

  test('a key value store is provisioned, then ready', async () => {
    const client = walk.clients.cloudfront;
    const created = await client.send(
      new cloudfront.CreateKeyValueStoreCommand({ Name: 'rules', Comment: 'of redirects' }),
    );
    expect(created.KeyValueStore?.Status).toBe('PROVISIONING');
    expect(created.Location?.endsWith(created.KeyValueStore!.ARN!)).toBe(true);
    walk.later();
    const ready = await client.send(new cloudfront.DescribeKeyValueStoreCommand({ Name: 'rules' }));
    expect(ready.KeyValueStore).toMatchObject({ Status: 'READY', Comment: 'of redirects' });
    const changed = await client.send(
      new cloudfront.UpdateKeyValueStoreCommand({ Name: 'rules', Comment: 'new', IfMatch: ready.ETag }),
    );
    const list = await client.send(new cloudfront.ListKeyValueStoresCommand({ Status: 'READY' }));
    expect(list.KeyValueStoreList?.Items).toMatchObject([{ Name: 'rules', Comment: 'new' }]);
    await client.send(new cloudfront.DeleteKeyValueStoreCommand({ Name: 'rules', IfMatch: changed.ETag }));
    await expect(
      client.send(new cloudfront.DescribeKeyValueStoreCommand({ Name: 'rules' })),
    ).rejects.toBeInstanceOf(cloudfront.EntityNotFound);
  });

  test('a function is tested before it is published', async () => {
    const client = walk.clients.cloudfront;
    const FunctionConfig = { Comment: '', Runtime: 'cloudfront-js-2.0' } as const;
    const text = "function handler(event) { console.log('ü'); return { statusCode: 301 }; }";
    const created = await client.send(
      new cloudfront.CreateFunctionCommand({ Name: 'tested', FunctionConfig, FunctionCode: bytes(text) }),
    );
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: '198.51.100.11' },
      request: { method: 'GET', uri: '/', querystring: {}, headers: {}, cookies: {} },
    };
    const { TestResult } = await client.send(
      new cloudfront.TestFunctionCommand({
        Name: 'tested',
        IfMatch: created.ETag,
        Stage: 'DEVELOPMENT',
        EventObject: bytes(JSON.stringify(event)),
      }),
    );
    expect(TestResult).toMatchObject({
      FunctionExecutionLogs: ['ü'],
      FunctionErrorMessage: '',
      FunctionOutput: '{"response":{"statusCode":301}}',
    });
  });

  test('a function is written, published, changed, and both stages read', async () => {
    const client = walk.clients.cloudfront;
    const FunctionConfig = { Comment: 'first', Runtime: 'cloudfront-js-2.0' } as const;
    const created = await client.send(
      new cloudfront.CreateFunctionCommand({ Name, FunctionConfig, FunctionCode: bytes('first ü') }),
    );
    const { FunctionARN } = created.FunctionSummary!.FunctionMetadata!;
    expect(created.Location?.endsWith(`/2020-05-31/function/${FunctionARN}`)).toBe(true);
    expect(created.FunctionSummary).toMatchObject({ Name, Status: 'UNPUBLISHED', FunctionConfig });
    const live = () => client.send(new cloudfront.DescribeFunctionCommand({ Name, Stage: 'LIVE' }));
    await expect(live()).rejects.toBeInstanceOf(cloudfront.NoSuchFunctionExists);
    const published = await client.send(
      new cloudfront.PublishFunctionCommand({ Name, IfMatch: created.ETag }),
    );
    expect(published.FunctionSummary?.Status).toBe('UNASSOCIATED');
    const updated = await client.send(
      new cloudfront.UpdateFunctionCommand({
        Name,
        IfMatch: created.ETag,
        FunctionConfig,
        FunctionCode: bytes('second'),
      }),
    );
    expect((await live()).ETag).not.toBe(updated.ETag);
    const codeOf = async (Stage?: cloudfront.FunctionStage) =>
      Buffer.from(
        (await client.send(new cloudfront.GetFunctionCommand({ Name, Stage }))).FunctionCode!,
      ).toString();
    expect([await codeOf(), await codeOf('LIVE')]).toEqual(['second', 'first ü']);
    const list = await client.send(new cloudfront.ListFunctionsCommand({ Stage: 'LIVE' }));
    expect(list.FunctionList?.Items).toMatchObject([{ Name, FunctionMetadata: { Stage: 'LIVE' } }]);
    await client.send(
      new cloudfront.TagResourceCommand({
        Resource: FunctionARN,
        Tags: { Items: [{ Key: 'team', Value: 'edge' }] },
      }),
    );
    const { Tags } = await client.send(new cloudfront.ListTagsForResourceCommand({ Resource: FunctionARN }));
    expect(Tags?.Items).toEqual([{ Key: 'team', Value: 'edge' }]);
    await client.send(new cloudfront.DeleteFunctionCommand({ Name, IfMatch: updated.ETag }));
  });
}
