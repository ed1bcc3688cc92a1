import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { route53Name } from '../../dns/names';
import { AwsFailure } from '../failure';
import { frozenCopy } from '../frozen';
import { bareId } from './identifiers';

/** Members of a routing policy. A zone may hold such sets (seeded ones); changing them is not modelled. */
const routingMembers = [
  'SetIdentifier',
  'Weight',
  'Region',
  'GeoLocation',
  'Failover',
  'MultiValueAnswer',
  'HealthCheckId',
  'TrafficPolicyInstanceId',
  'CidrRoutingConfig',
  'GeoProximityLocation',
] as const satisfies (keyof ResourceRecordSet)[];

/** A change as it is stored and compared: the name in Route 53's form, the alias target with its last dot. */
export interface NormalChange {
  readonly action: 'CREATE' | 'DELETE' | 'UPSERT';
  readonly set: ResourceRecordSet & { readonly Name: string; readonly Type: string };
}

/** Reads one change of a batch; what cannot be read at all is InvalidInput, before any rule of the zone. */
export function normalChange(change: Change): NormalChange {
  const set = change.ResourceRecordSet;
  const action = change.Action;
  if (!set?.Name || !set.Type || (action !== 'CREATE' && action !== 'DELETE' && action !== 'UPSERT'))
    throw new AwsFailure(
      'InvalidInput',
      400,
      'Invalid XML ; every Change needs an Action of CREATE, DELETE or UPSERT and a ResourceRecordSet with Name and Type',
    );
  const routing = routingMembers.find((member) => set[member] !== undefined);
  if (routing)
    throw new AwsFailure(
      'InvalidInput',
      400,
      `The local AWS does not model routing policies yet: leave ${routing} out of ${set.Name} ${set.Type}`,
    );
  refuseUnlessOneKind(set, action);
  refuseTtl(set);
  return { action, set: frozenCopy({ Name: route53Name(set.Name), Type: set.Type, ...valuesOf(set) }) };
}

function refuseUnlessOneKind(set: ResourceRecordSet, action: string): void {
  const values = Number(set.TTL !== undefined) + Number(Boolean(set.ResourceRecords?.length));
  const alias = Number(set.AliasTarget !== undefined);
  if ((alias === 1 && values === 0) || (alias === 0 && values === 2)) return;
  const found = alias && values ? 'more than one' : 'none';
  throw new AwsFailure(
    'InvalidInput',
    400,
    'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or ' +
      `TrafficPolicyInstanceId], but found ${found} in Change with [Action=${action}, Name=${set.Name}, ` +
      `Type=${set.Type}, SetIdentifier=null]`,
  );
}

const longestTtlSeconds = 2 ** 31 - 1;

function refuseTtl({ TTL, Name, Type }: ResourceRecordSet): void {
  if (TTL === undefined || (TTL >= 0 && TTL <= longestTtlSeconds)) return;
  throw new AwsFailure(
    'InvalidInput',
    400,
    `1 validation error detected: Value '${TTL}' of the TTL of ${Name} ${Type} failed to satisfy constraint: ` +
      `Member must have value between 0 and ${longestTtlSeconds}`,
  );
}

/** Only the members of its kind: a codec may hand an alias an empty list of records. */
const valuesOf = (
  set: ResourceRecordSet,
): Pick<ResourceRecordSet, 'AliasTarget' | 'ResourceRecords' | 'TTL'> =>
  set.AliasTarget
    ? {
        AliasTarget: {
          HostedZoneId: bareId(set.AliasTarget.HostedZoneId),
          DNSName: route53Name(set.AliasTarget.DNSName ?? ''),
          EvaluateTargetHealth: set.AliasTarget.EvaluateTargetHealth ?? false,
        },
      }
    : { TTL: set.TTL, ResourceRecords: set.ResourceRecords };

/** One set per name, type and identifier. */
export const sameKey = (one: ResourceRecordSet, other: ResourceRecordSet): boolean =>
  one.Name === other.Name && one.Type === other.Type && one.SetIdentifier === other.SetIdentifier;

const comparable = (set: ResourceRecordSet): string =>
  JSON.stringify([
    set.TTL,
    (set.ResourceRecords ?? []).map((record) => record.Value).sort(),
    set.AliasTarget && [
      bareId(set.AliasTarget.HostedZoneId),
      route53Name(set.AliasTarget.DNSName ?? ''),
      set.AliasTarget.EvaluateTargetHealth,
    ],
  ]);

/** A DELETE must say what is there, in any order: TTL and values, or the alias target. */
export const sameValues = (one: ResourceRecordSet, other: ResourceRecordSet): boolean =>
  comparable(one) === comparable(other);
