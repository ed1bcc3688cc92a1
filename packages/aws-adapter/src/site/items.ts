import {
  type CloudFrontKeyValueStoreClient,
  DescribeKeyValueStoreCommand,
  ListKeysCommand,
  UpdateKeysCommand,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { StorePort } from '@cutover/redirect-site';
import { attempt } from '../failures/attempt';
import type { Call } from '../failures/read';

const call = (operation: string, storeArn: string): Call => ({
  service: 'KeyValueStore',
  operation,
  resource: `key value store ${storeArn}`,
});

/** The most that ListKeys gives at once; unasked it gives ten. */
const PAGE_SIZE = 50;

/** What is in the stores. */
export function storeItems(
  client: () => Promise<CloudFrontKeyValueStoreClient>,
): Pick<StorePort, 'describe' | 'items' | 'update'> {
  return {
    describe: (storeArn) =>
      attempt(call('DescribeKeyValueStore', storeArn), async () => {
        const answer = await (await client()).send(new DescribeKeyValueStoreCommand({ KvsARN: storeArn }));
        return {
          etag: answer.ETag ?? '',
          itemCount: answer.ItemCount ?? 0,
          totalBytes: answer.TotalSizeInBytes ?? 0,
        };
      }),

    items: (storeArn) => attempt(call('ListKeys', storeArn), async () => listItems(await client(), storeArn)),

    update: (storeArn, { puts, deletes }, etag) =>
      attempt(call('UpdateKeys', storeArn), async () => {
        const command = new UpdateKeysCommand({
          KvsARN: storeArn,
          IfMatch: etag,
          Puts: Array.from(puts, ([Key, Value]) => ({ Key, Value })),
          Deletes: deletes.map((Key) => ({ Key })),
        });
        return (await (await client()).send(command)).ETag ?? '';
      }),
  };
}

async function listItems(
  client: CloudFrontKeyValueStoreClient,
  storeArn: string,
): Promise<Map<string, string>> {
  const items = new Map<string, string>();
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const command: ListKeysCommand = new ListKeysCommand({
      KvsARN: storeArn,
      MaxResults: PAGE_SIZE,
      NextToken: token,
    });
    const page = await client.send(command);
    for (const { Key = '', Value = '' } of page.Items ?? []) items.set(Key, Value);
    token = page.NextToken || undefined;
  }
  return items;
}
