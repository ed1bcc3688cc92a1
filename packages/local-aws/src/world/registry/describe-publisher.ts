import type { DescribePublisherInput, DescribePublisherOutput } from '@aws-sdk/client-cloudformation';
import type { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { registryFailure, registryNeed } from './type-record';

/** The account itself, or whoever is named, in the caller's region. */
export const describePublisher: Operation<DescribePublisherInput, DescribePublisherOutput> = {
  service: 'cloudformation',
  name: 'DescribePublisher',
  needs: () => registryNeed('DescribePublisher'),
  perform: (world, { PublisherId }, { accountId, region }) => {
    const found = [...world.publishers.values()].find(
      (each) =>
        each.region === region &&
        (PublisherId ? each.publisherId === PublisherId : each.accountId === accountId),
    );
    if (!found) throw notVerified(PublisherId ?? accountId);
    return {
      PublisherId: found.publisherId,
      PublisherStatus: 'VERIFIED',
      ...(found.connectionArn && { IdentityProvider: 'GitHub' }),
    };
  },
};

export const notVerified = (who: string): AwsFailure =>
  registryFailure(`The account ${who} is not verified as a publisher. Please register as publisher first`);
