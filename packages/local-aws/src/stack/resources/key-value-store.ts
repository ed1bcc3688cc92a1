import type {
  DescribeKeyValueStoreResult,
  ImportSource,
  KeyValueStore,
  Tag,
} from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import { ResourceFailure } from './failure';
import { waitUntil } from './poll';
import type { ResourceContext, ResourceProvider } from './provider';
import { oneOf, record, required, tags, text } from './shape';

const shape = record({
  Name: required(text),
  Comment: text,
  ImportSource: record({
    // Written otherwise by the API.
    SourceArn: { shape: text, isRequired: true, apiName: 'SourceARN' },
    SourceType: required(oneOf('S3')),
  }),
  Tags: tags,
});

interface StoreProperties {
  readonly Name: string;
  readonly Comment?: string;
  readonly ImportSource?: ImportSource;
  readonly Tags?: Tag[];
}

/**
 * AWS::CloudFront::KeyValueStore. Ref is the name. Made means READY, with the items of its import; all others come by
 * another API.
 */
export const keyValueStoreProvider: ResourceProvider = {
  type: 'AWS::CloudFront::KeyValueStore',
  attributes: ['Arn', 'Id', 'Status'],
  createOnly: ['Name'],
  // Tags go by calls of their own, which the driver does not make.
  unchangeable: ['ImportSource', 'Tags'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const { Tags, ...store } = shape.toApi(properties) as StoreProperties;
    const begun = await context.call<DescribeKeyValueStoreResult>('cloudfront', 'CreateKeyValueStore', {
      ...store,
      ...(Tags?.length && { Tags: { Items: Tags } }),
    });
    context.begun(madeOf(begun));
    await waitUntil(
      context,
      `key value store ${store.Name} was not ready`,
      { everySeconds: 5, limitMinutes: 10 },
      async () => isReady((await describe(context, store.Name)).KeyValueStore),
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

function isReady(store: KeyValueStore | undefined): boolean {
  if (store?.Status === 'FAILED')
    throw new ResourceFailure('NotStabilized', `key value store ${store.Name} could not be imported`);
  return store?.Status === 'READY';
}

const describe = (context: ResourceContext, Name: string): Promise<DescribeKeyValueStoreResult> =>
  context.call('cloudfront', 'DescribeKeyValueStore', { Name });

const madeOf = ({ KeyValueStore: store }: DescribeKeyValueStoreResult): Made => ({
  physicalId: store?.Name ?? '',
  attributes: { Arn: store?.ARN ?? '', Id: store?.Id ?? '', Status: store?.Status ?? '' },
});
