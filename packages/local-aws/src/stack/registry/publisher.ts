import type { DescribePublisherOutput } from '@aws-sdk/client-cloudformation';
import type { ResourceProvider } from '../resources/provider';
import { flag, record, required, text } from '../resources/shape';

const shape = record({ AcceptTermsAndConditions: required(flag), ConnectionArn: text });

/** AWS::CloudFormation::Publisher: the account as a publisher in the stack's region, for good. */
export const publisherProvider: ResourceProvider = {
  type: 'AWS::CloudFormation::Publisher',
  attributes: ['PublisherId', 'PublisherStatus', 'IdentityProvider', 'PublisherProfile'],
  createOnly: ['AcceptTermsAndConditions', 'ConnectionArn'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    await context.call('cloudformation', 'RegisterPublisher', shape.toApi(properties) as object);
    const answer = await context.call<DescribePublisherOutput>('cloudformation', 'DescribePublisher', {});
    const { PublisherId = '', PublisherStatus = '', IdentityProvider = '', PublisherProfile = '' } = answer;
    return {
      physicalId: PublisherId,
      attributes: { PublisherId, PublisherStatus, IdentityProvider, PublisherProfile },
    };
  },

  update: async (_context, made) => made,
  delete: async () => {},
};
