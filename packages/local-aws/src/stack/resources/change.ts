import type {
  Change,
  ChangeInfo,
  ChangeResourceRecordSetsResponse,
  GetChangeResponse,
} from '@aws-sdk/client-route-53';
import { waitUntil } from './poll';
import type { ResourceContext } from './provider';

/**
 * Makes one atomic batch of changes and waits until every name server answers with it.
 * @param onAccepted told before the wait, when there is something to undo
 */
export async function changeRecords(
  context: ResourceContext,
  hostedZoneId: string,
  changes: Change[],
  onAccepted: () => void = () => {},
): Promise<void> {
  const answer = await context.call<ChangeResourceRecordSetsResponse>('route53', 'ChangeResourceRecordSets', {
    HostedZoneId: hostedZoneId,
    ChangeBatch: { Changes: changes },
  });
  onAccepted();
  await waitUntilInSync(context, answer.ChangeInfo);
}

/** Waits for INSYNC. */
export async function waitUntilInSync(
  context: ResourceContext,
  change: ChangeInfo | undefined,
): Promise<void> {
  if (!change?.Id || change.Status === 'INSYNC') return;
  const id = change.Id.replace(/^\/change\//, '');
  await waitUntil(
    context,
    `change ${id} was not in sync`,
    { everySeconds: 10, limitMinutes: 30 },
    async () => {
      const { ChangeInfo } = await context.call<GetChangeResponse>('route53', 'GetChange', { Id: id });
      return ChangeInfo?.Status === 'INSYNC';
    },
  );
}
