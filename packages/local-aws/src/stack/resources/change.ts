import type {
  Change,
  ChangeInfo,
  ChangeResourceRecordSetsResponse,
  GetChangeResponse,
} from '@aws-sdk/client-route-53';
import { minutesToMs } from '@cutover/ground';
import { areMade } from './made-changes';
import { waitUntil } from './poll';
import type { Looked, ResourceContext } from './provider';

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
  const input = { HostedZoneId: hostedZoneId, ChangeBatch: { Changes: changes } };
  const look = async (): Promise<Looked<ChangeResourceRecordSetsResponse>> => {
    if (!(await areMade(context, hostedZoneId, changes))) return { input };
    // Its change has an id that nobody was told; name servers take a change up within a minute or so.
    await context.sleep(minutesToMs(1));
    return { answer: { ChangeInfo: undefined } };
  };
  const answer = await context.call<ChangeResourceRecordSetsResponse>(
    'route53',
    'ChangeResourceRecordSets',
    input,
    look,
  );
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
