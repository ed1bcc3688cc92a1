import { type CloudFormation, type LocalAws, serveStackOrders } from '@cutover/local-aws';
import { localClock } from './clock';
import { keepServing, type Presence } from './serve';

/** A local AWS whose run is over, and what makes its stacks. */
export interface KeptAws {
  readonly aws: LocalAws;
  readonly cloudFormation: CloudFormation;
}

/**
 * Serves it until a signal comes. Its time goes on with the wall's: what is under way in the world comes to its end, and
 * stacks are made that clients order.
 */
export async function keepAfterRun({ aws, cloudFormation }: KeptAws, presence: Presence): Promise<void> {
  const orders = serveStackOrders(cloudFormation, localClock(aws.timeline.now(), 1, Date.now).now);
  try {
    await keepServing(aws, presence);
  } finally {
    await orders.stop();
  }
}
