import type { RegisterPublisherInput, RegisterPublisherOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { publisherIdOf, publisherKey } from './public-record';
import { registryFailure, registryNeed } from './type-record';

/** Once in every region. Whose connection it is, is not looked into; to register again changes nothing. */
export const registerPublisher: Operation<RegisterPublisherInput, RegisterPublisherOutput> = {
  service: 'cloudformation',
  name: 'RegisterPublisher',
  needs: () => registryNeed('RegisterPublisher'),
  perform: (world, { AcceptTermsAndConditions, ConnectionArn }, { accountId, region }) => {
    if (!AcceptTermsAndConditions) throw registryFailure('The terms and conditions must be accepted');
    const publisherId = publisherIdOf(accountId);
    const key = publisherKey({ accountId, region });
    world.publishers.set(key, { publisherId, accountId, region, connectionArn: ConnectionArn });
    return { PublisherId: publisherId };
  },
};
