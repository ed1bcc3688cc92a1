import { CreateKeyValueStoreCommand } from '@aws-sdk/client-cloudfront';
import * as stores from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { Walk } from './walk';

/** The items of a store, from the first to none. */
export function walkItems(walk: Walk): void {
  let named: { KvsARN: string };
  const describeStore = () => walk.clients.keyValueStore.send(new stores.DescribeKeyValueStoreCommand(named));

  test('a store is made, and described by two services', async () => {
    const { KeyValueStore } = await walk.clients.cloudfront.send(
      new CreateKeyValueStoreCommand({ Name: 'items' }),
    );
    named = { KvsARN: KeyValueStore!.ARN! };
    walk.later();
    expect(await describeStore()).toMatchObject({ ...named, ItemCount: 0, Status: 'READY' });
  });

  test('items are put one by one and many at once, read, listed and deleted', async () => {
    const client = walk.clients.keyValueStore;
    const Key = 'h:ü/a b?c';
    const { ETag } = await client.send(
      new stores.PutKeyCommand({
        ...named,
        Key,
        Value: '301 https://b.example/',
        IfMatch: (await describeStore()).ETag,
      }),
    );
    expect((await client.send(new stores.GetKeyCommand({ ...named, Key }))).Value).toBe(
      '301 https://b.example/',
    );
    const Puts = Array.from({ length: 12 }, (_, n) => ({ Key: `k${n}`, Value: `"${n}"\n` }));
    const updated = await client.send(
      new stores.UpdateKeysCommand({ ...named, IfMatch: ETag, Puts, Deletes: [{ Key }] }),
    );
    expect(updated.ItemCount).toBe(12);
    const { Items = [], NextToken } = await client.send(new stores.ListKeysCommand(named));
    const rest = await client.send(new stores.ListKeysCommand({ ...named, NextToken, MaxResults: 50 }));
    expect([Items.length, rest.Items?.length, rest.NextToken]).toEqual([10, 2, undefined]);
    await client.send(new stores.DeleteKeyCommand({ ...named, Key: 'k0', IfMatch: updated.ETag }));
    expect((await describeStore()).ItemCount).toBe(11);
  });

  test('what goes wrong is what the model calls it', async () => {
    const client = walk.clients.keyValueStore;
    const put = (IfMatch: string | undefined, Value = 'v') =>
      client.send(new stores.PutKeyCommand({ ...named, Key: 'k', Value, IfMatch }));
    const { ETag } = await describeStore();
    await expect(put('KVOLD')).rejects.toBeInstanceOf(stores.ConflictException);
    await expect(put(ETag, 'v'.repeat(1_025))).rejects.toMatchObject({
      name: 'ServiceQuotaExceededException',
      $metadata: { httpStatusCode: 402 },
      message: expect.stringContaining('Maximum size of the value'),
    });
    await expect(client.send(new stores.GetKeyCommand({ ...named, Key: 'none' }))).rejects.toBeInstanceOf(
      stores.ResourceNotFoundException,
    );
  });
}
