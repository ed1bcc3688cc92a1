import type { CacheBehavior, DistributionConfig, Origin } from '@aws-sdk/client-cloudfront';
import type { World } from '../../src/world/world';
import { ask, told } from '../world/cloud';
import { code } from './entities';

/** A change of a distribution's behaviour. */
export const behaving = (changes: Partial<CacheBehavior>): Partial<DistributionConfig> => ({
  DefaultCacheBehavior: {
    TargetOriginId: 'origin',
    ViewerProtocolPolicy: 'allow-all',
    AllowedMethods: { Quantity: 2, Items: ['GET', 'HEAD'] },
    SmoothStreaming: false,
    Compress: false,
    LambdaFunctionAssociations: { Quantity: 0 },
    ...changes,
  },
});

export const withOrigin = (changes: Partial<Origin>): Partial<DistributionConfig> => ({
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'origin',
        DomainName: 'bucket.s3.amazonaws.com',
        CustomHeaders: { Quantity: 0 },
        S3OriginConfig: { OriginAccessIdentity: '' },
        ...changes,
      },
    ],
  },
});

export const functionOn = (
  FunctionARN: string,
  EventType: 'viewer-request' | 'viewer-response' = 'viewer-request',
) => behaving({ FunctionAssociations: { Quantity: 1, Items: [{ FunctionARN, EventType }] } });

/** Makes one in the account; its id. */
export type Maker = (world: World, account: string) => string;

export const idOf =
  (noun: string, input: object): Maker =>
  (world, account) =>
    told<Record<string, { Id: string }>>(ask(world, `Create${noun}`, input, account))[noun]!.Id;

export const edgeFunction =
  (publishes: boolean): Maker =>
  (world, account) => {
    const input = {
      Name: 'redirect',
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      FunctionCode: code(),
    };
    const { ETag } = told<{ ETag: string }>(ask(world, 'CreateFunction', input, account));
    if (publishes) ask(world, 'PublishFunction', { Name: 'redirect', IfMatch: ETag }, account);
    return `arn:aws:cloudfront::${account}:function/redirect`;
  };
