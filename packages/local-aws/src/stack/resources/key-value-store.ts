import type { DescribeKeyValueStoreResult } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import { waitUntil } from './poll';
import type { ResourceContext, ResourceProvider } from './provider';
import { record, required, text } from './shape';

const shape = record({ Name: required(text), Comment: text }, { unsupported: ['ImportSource', 'Tags'] });

interface StoreProperties {
  readonly Name: string;
  readonly Comment?: string;
}

/** AWS::CloudFront::KeyValueStore. Ref is the name. Made means READY; what is in it comes by another API. */
export const keyValueStoreProvider: ResourceProvider = {
  type: 'AWS::CloudFront::KeyValueStore',
  attributes: ['Arn', 'Id', 'Status'],
  createOnly: ['Name'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const store = shape.toApi(properties) as StoreProperties;
    const begun = await context.call<DescribeKeyValueStoreResult>('cloudfront', 'CreateKeyValueStore', store);
    context.begun(madeOf(begun));
    await waitUntil(
      context,
      `key value store ${store.Name} was not ready`,
      { everySeconds: 5, limitMinutes: 10 },
      async () => (await describe(context, store.Name)).KeyValueStore?.Status === 'READY',
    );
    return madeOf(await describe(context, store.Name));
  },

  update: async (context, { physicalId: Name }, properties) => {
    const { Comment = '' } = shape.toApi(properties) as StoreProperties;
    const { ETag: IfMatch } = await describe(context, Name);
    return madeOf(await context.call('cloudfront', 'UpdateKeyValueStore', { Name, Comment, IfMatch }));
  },

  delete: async (context, { physicalId: Name }) => {
    try {
      const { ETag: IfMatch } = await describe(context, Name);
      await context.call('cloudfront', 'DeleteKeyValueStore', { Name, IfMatch });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'EntityNotFound')) throw error;
    }
  },
};

const describe = (context: ResourceContext, Name: string): Promise<DescribeKeyValueStoreResult> =>
  context.call('cloudfront', 'DescribeKeyValueStore', { Name });

const madeOf = ({ KeyValueStore: store }: DescribeKeyValueStoreResult): Made => ({
  physicalId: store?.Name ?? '',
  attributes: { Arn: store?.ARN ?? '', Id: store?.Id ?? '', Status: store?.Status ?? '' },
});
