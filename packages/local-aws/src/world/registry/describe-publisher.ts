import type { DescribePublisherInput, DescribePublisherOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { registryFailure, registryNeed } from './type-record';

/** No account here is a publisher: nothing can be published yet. */
export const describePublisher: Operation<DescribePublisherInput, DescribePublisherOutput> = {
  service: 'cloudformation',
  name: 'DescribePublisher',
  needs: () => registryNeed('DescribePublisher'),
  perform: (_world, { PublisherId }, { accountId }) => {
    throw registryFailure(
      `The account ${PublisherId ?? accountId} is not verified as a publisher. Please register as publisher first`,
    );
  },
};
