import type { ListDistributionsRequest, ListDistributionsResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { summaryOutput } from '../answers';
import { markedList } from '../listing';

export const listDistributions: Operation<ListDistributionsRequest, ListDistributionsResult> = {
  service: 'cloudfront',
  name: 'ListDistributions',
  needs: () => [{ action: 'cloudfront:ListDistributions', resource: '*' }],
  perform(world, query, caller) {
    const own = [...world.distributions.values()].filter(({ accountId }) => accountId === caller.accountId);
    return {
      DistributionList: markedList(own, query, (distribution) => summaryOutput(world, distribution)),
    };
  },
};
