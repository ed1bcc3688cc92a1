import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { cloudFrontHostedZoneId, cloudFrontZone } from '../../dns/cloudfront-names';
import { isWithin, plainName } from '../../dns/names';
import { AwsFailure } from '../failure';
import type { HostedZone } from '../world';
import { nameProblem } from './domain-name';
import { countProblem, zoneProblem } from './limits';
import { type NormalChange, sameKey, sameValues } from './record-set';
import { valueProblem } from './record-values';

/**
 * The records after a batch, or InvalidChangeBatch with everything that is wrong with it: all or nothing. Changes
 * count in their order, so a DELETE of an A record makes room for a CNAME only where it comes first.
 */
export function recordsAfter(zone: HostedZone, changes: readonly NormalChange[]): ResourceRecordSet[] {
  const problems = repeated(changes);
  let records = zone.records;
  for (const change of changes) {
    const said = problemOf(zone, records, change);
    if (said) problems.push(said);
    else records = applied(records, change);
  }
  const tooMany = zoneProblem(zone, records.length);
  if (tooMany) problems.push(tooMany);
  if (problems.length) throw new AwsFailure('InvalidChangeBatch', 400, `[${problems.join(', ')}]`);
  return records;
}

/** A set may appear once, or as the pair DELETE and CREATE. */
function repeated(changes: readonly NormalChange[]): string[] {
  const actions = new Map<string, string>();
  for (const { action, set } of changes) {
    const key = `${set.Type} ${set.Name}`;
    actions.set(key, [actions.get(key), action].filter(Boolean).join('+'));
  }
  return [...actions]
    .filter(([, sequence]) => sequence.includes('+') && sequence !== 'DELETE+CREATE')
    .map(([key]) => `The request contains an invalid set of changes for a resource record set '${key}'`);
}

function problemOf(
  zone: HostedZone,
  records: readonly ResourceRecordSet[],
  change: NormalChange,
): string | undefined {
  const { action, set } = change;
  const misnamed = nameProblem(set.Name);
  if (misnamed) return misnamed;
  if (!isWithin(plainName(set.Name), plainName(zone.name)))
    return `RRSet with DNS name ${set.Name} is not permitted in zone ${zone.name}`;
  const present = records.find((record) => sameKey(record, set));
  const named = `resource record set [name='${set.Name}', type='${set.Type}']`;
  if (action === 'DELETE') {
    if (!present) return `Tried to delete ${named} but it was not found`;
    if (!sameValues(present, set))
      return `Tried to delete ${named} but the values provided do not match the current values`;
    return apexProblem(zone, set);
  }
  if (action === 'CREATE' && present) return `Tried to create ${named} but it already exists`;
  return (
    cnameProblem(zone, records, set) ??
    aliasProblem(zone, records, set) ??
    countProblem(change) ??
    valueProblem(set)
  );
}

function apexProblem(zone: HostedZone, set: ResourceRecordSet): string | undefined {
  if (set.Name !== zone.name) return undefined;
  if (set.Type === 'SOA') return 'A HostedZone must contain exactly one SOA record.';
  if (set.Type === 'NS') return 'A HostedZone must contain at least one NS record for the zone itself.';
  return undefined;
}

/** A CNAME stands alone at its name, and never at the apex, where SOA and NS are. */
function cnameProblem(
  zone: HostedZone,
  records: readonly ResourceRecordSet[],
  set: ResourceRecordSet,
): string | undefined {
  const others = records.filter((record) => record.Name === set.Name && record.Type !== set.Type);
  const subject = `RRSet of type ${set.Type} with DNS name ${set.Name} is not permitted`;
  if (set.Type === 'CNAME') {
    if (set.Name === zone.name) return `${subject} at apex in zone ${zone.name}`;
    return others.length
      ? `${subject} as it conflicts with other records with the same DNS name in zone ${zone.name}`
      : undefined;
  }
  return others.some((record) => record.Type === 'CNAME')
    ? `${subject} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${zone.name}`
    : undefined;
}

function aliasProblem(
  zone: HostedZone,
  records: readonly ResourceRecordSet[],
  set: ResourceRecordSet,
): string | undefined {
  const alias = set.AliasTarget;
  if (!alias) return undefined;
  const tried = `Tried to create an alias that targets ${alias.DNSName}, type ${set.Type} in zone ${alias.HostedZoneId}`;
  const targetZone = alias.HostedZoneId === zone.id ? plainName(zone.name) : cloudFrontZone;
  if (alias.HostedZoneId !== zone.id && alias.HostedZoneId !== cloudFrontHostedZoneId)
    return `${tried}, but the local AWS knows no such zone: use ${cloudFrontHostedZoneId} (CloudFront) or ${zone.id} (this zone)`;
  if (!isWithin(plainName(alias.DNSName ?? ''), targetZone))
    return `${tried}, but the alias target name does not lie within the target zone`;
  if (targetZone === cloudFrontZone) return undefined;
  const target = records.some((record) => record.Name === alias.DNSName && record.Type === set.Type);
  return target ? undefined : `${tried}, but that target was not found`;
}

const applied = (
  records: readonly ResourceRecordSet[],
  { action, set }: NormalChange,
): ResourceRecordSet[] => {
  const others = records.filter((record) => !sameKey(record, set));
  return action === 'DELETE' ? others : [...others, set];
};
