import type { Change, ListResourceRecordSetsResponse, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { plainName } from '../../dns/names';
import { isEqual, type Value } from '../value';
import type { ResourceContext } from './provider';

/** Whether a batch of changes had its effect: what it makes is there as it makes it, what it takes away is not. */
export async function areMade(
  context: ResourceContext,
  hostedZoneId: string,
  changes: readonly Change[],
): Promise<boolean> {
  for (const { Action, ResourceRecordSet: wanted } of changes) {
    const found = await findRecord(context, hostedZoneId, wanted!);
    // A batch may take a record away and make it anew; what it makes decides then.
    const isMadeAnew = changes.some(
      (other) => other.Action !== 'DELETE' && isSame(other.ResourceRecordSet!, wanted!),
    );
    if (Action === 'DELETE' ? found && !isMadeAnew : !found || !isEqual(asValue(found), asValue(wanted!)))
      return false;
  }
  return true;
}

async function findRecord(
  context: ResourceContext,
  hostedZoneId: string,
  { Name, Type }: ResourceRecordSet,
): Promise<ResourceRecordSet | undefined> {
  const { ResourceRecordSets = [] } = await context.call<ListResourceRecordSetsResponse>(
    'route53',
    'ListResourceRecordSets',
    { HostedZoneId: hostedZoneId, StartRecordName: Name, StartRecordType: Type, MaxItems: 1 },
  );
  return ResourceRecordSets.find((each) => isSame(each, { Name, Type }));
}

const isSame = (one: ResourceRecordSet, other: ResourceRecordSet): boolean =>
  plainName(one.Name ?? '') === plainName(other.Name ?? '') && one.Type === other.Type;

/** What two sets of one name and type must have in common, in one spelling. */
function asValue({ TTL, ResourceRecords, AliasTarget: target }: ResourceRecordSet): Value {
  const AliasTarget = target && { ...target, DNSName: plainName(target.DNSName ?? '') };
  // Through JSON, which leaves out what is undefined.
  return JSON.parse(JSON.stringify({ TTL, ResourceRecords, AliasTarget })) as Value;
}
