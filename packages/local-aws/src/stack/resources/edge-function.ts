import type { DescribeFunctionResult, FunctionConfig, FunctionSummary } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import type { Members } from '../value';
import type { ResourceContext, ResourceProvider } from './provider';
import { flag, oneOf, quantity, record, required, type Shape, text } from './shape';

/** The template lists the stores, the API counts them. */
const stores: Shape = quantity(record({ KeyValueStoreARN: required(text) }));

const shape = record(
  {
    Name: required(text),
    AutoPublish: flag,
    FunctionCode: required(text),
    FunctionConfig: required(
      record({
        Comment: required(text),
        Runtime: required(oneOf('cloudfront-js-1.0', 'cloudfront-js-2.0')),
        KeyValueStoreAssociations: stores,
      }),
    ),
    FunctionMetadata: record({}),
  },
  { unsupported: ['Tags'] },
);

interface FunctionProperties {
  readonly Name: string;
  readonly AutoPublish?: boolean;
  readonly FunctionCode: string;
  readonly FunctionConfig: FunctionConfig;
}

/** AWS::CloudFront::Function. Ref is the ARN. Distributions can use it when AutoPublish puts it on LIVE. */
export const edgeFunctionProvider: ResourceProvider = {
  type: 'AWS::CloudFront::Function',
  attributes: ['FunctionARN', 'FunctionMetadata.FunctionARN', 'Stage'],
  createOnly: ['Name'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const { Name, AutoPublish, ...version } = toApi(properties);
    const { FunctionSummary } = await context.call<DescribeFunctionResult>('cloudfront', 'CreateFunction', {
      Name,
      ...versionOf(version),
    });
    const made = madeOf(FunctionSummary!);
    context.begun(made);
    return AutoPublish ? publish(context, Name) : made;
  },

  update: async (context, _made, properties) => {
    const { Name, AutoPublish, ...version } = toApi(properties);
    const { ETag: IfMatch } = await describe(context, Name);
    const { FunctionSummary } = await context.call<DescribeFunctionResult>('cloudfront', 'UpdateFunction', {
      Name,
      IfMatch,
      ...versionOf(version),
    });
    return AutoPublish ? publish(context, Name) : madeOf(FunctionSummary!);
  },

  delete: async (context, { physicalId }) => {
    const Name = physicalId.split('/').at(-1)!;
    try {
      const { ETag: IfMatch } = await describe(context, Name);
      await context.call('cloudfront', 'DeleteFunction', { Name, IfMatch });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'NoSuchFunctionExists')) throw error;
    }
  },
};

const toApi = (properties: Members): FunctionProperties => shape.toApi(properties) as FunctionProperties;

const versionOf = ({ FunctionCode, FunctionConfig }: Omit<FunctionProperties, 'Name'>): object => ({
  FunctionConfig,
  FunctionCode: new TextEncoder().encode(FunctionCode),
});

const describe = (context: ResourceContext, Name: string): Promise<DescribeFunctionResult> =>
  context.call('cloudfront', 'DescribeFunction', { Name });

async function publish(context: ResourceContext, Name: string): Promise<Made> {
  const { ETag: IfMatch } = await describe(context, Name);
  await context.call('cloudfront', 'PublishFunction', { Name, IfMatch });
  const live = await context.call<DescribeFunctionResult>('cloudfront', 'DescribeFunction', {
    Name,
    Stage: 'LIVE',
  });
  return madeOf(live.FunctionSummary!);
}

function madeOf({ FunctionMetadata }: FunctionSummary): Made {
  const { FunctionARN = '', Stage = 'DEVELOPMENT' } = FunctionMetadata ?? {};
  return {
    physicalId: FunctionARN,
    attributes: { FunctionARN, 'FunctionMetadata.FunctionARN': FunctionARN, Stage },
  };
}
