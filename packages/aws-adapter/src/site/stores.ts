import {
  type CloudFrontClient,
  CreateKeyValueStoreCommand,
  DeleteKeyValueStoreCommand,
  DescribeKeyValueStoreCommand,
  type KeyValueStore,
} from '@aws-sdk/client-cloudfront';
import type { Store, StorePort } from '@cutover/redirect-site';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';

const call = (operation: string, name: string): Call => ({
  service: 'CloudFront',
  operation,
  resource: `key value store ${name}`,
});

/** The stores themselves; what is in them has a service, a client and an ETag of its own. */
export function storeControl(
  client: () => Promise<CloudFrontClient>,
): Pick<StorePort, 'find' | 'create' | 'remove'> {
  return {
    find: (name) =>
      attemptUnless('Absent', call('DescribeKeyValueStore', name), async () => {
        const answer = await (await client()).send(new DescribeKeyValueStoreCommand({ Name: name }));
        return storeOf(answer.KeyValueStore, answer.ETag);
      }),

    create: (name, comment) =>
      attempt(call('CreateKeyValueStore', name), async () => {
        const command = new CreateKeyValueStoreCommand({ Name: name, Comment: comment });
        const answer = await (await client()).send(command);
        return storeOf(answer.KeyValueStore, answer.ETag);
      }),

    remove: (name, etag) =>
      attempt(call('DeleteKeyValueStore', name), async () => {
        await (await client()).send(new DeleteKeyValueStoreCommand({ Name: name, IfMatch: etag }));
      }),
  };
}

function storeOf(answer: KeyValueStore | undefined, etag: string | undefined): Store {
  if (answer === undefined) throw new Error('the answer holds no key value store');
  return {
    name: answer.Name ?? '',
    arn: answer.ARN ?? '',
    id: answer.Id ?? '',
    status: answer.Status ?? 'UNKNOWN',
    etag: etag ?? '',
  };
}
