import type { ChangeInfo, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { type Instant, secondsToMs } from '@cutover/ground';
import { lookForRecords } from '../acm/validation';
import type { HostedZone, RecordChange, World } from '../world';
import { newChangeId } from './identifiers';

/**
 * The API answers new records at once; the name servers follow after a lag, and only then is the change INSYNC.
 * Changes of one zone are published in the order in which they were accepted.
 */
export function submitRecords(
  world: World,
  zone: HostedZone,
  records: ResourceRecordSet[],
  comment?: string,
): RecordChange {
  const [low, high] = world.knobs.publishLagSeconds;
  const lagSeconds = world.chance.between(low, high, zone.id, 'publish lag', world.sequence++);
  const published = Math.round(world.now + secondsToMs(lagSeconds));
  const insyncAt = Math.max(published, zone.pending.at(-1)?.appliesAt ?? 0);
  const change = { id: newChangeId(world), zoneId: zone.id, submittedAt: world.now, insyncAt, comment };
  zone.records = records;
  zone.pending.push({ number: world.sequence, appliesAt: insyncAt, records, changeId: change.id });
  world.changes.set(change.id, change);
  return change;
}

/** Delays what was submitted after `sequence`. */
export function postponeRecords(world: World, sequence: number, ms: number): void {
  for (const { pending } of world.hostedZones.values()) {
    pending.forEach((change, index) => {
      if (change.number <= sequence) return;
      pending[index] = { ...change, appliesAt: change.appliesAt + ms };
      retime(world, change.changeId, change.appliesAt + ms);
    });
  }
}

/** Keeps the name servers from ever answering what was submitted after `sequence`; the API does, and says PENDING. */
export function withholdRecords(world: World, sequence: number): void {
  for (const { pending } of world.hostedZones.values()) {
    for (const { number, changeId } of [...pending]) {
      if (number <= sequence) continue;
      pending.splice(
        pending.findIndex((change) => change.changeId === changeId),
        1,
      );
      retime(world, changeId, Number.POSITIVE_INFINITY);
    }
  }
}

function retime(world: World, changeId: string, insyncAt: Instant): void {
  const change = world.changes.get(changeId);
  if (change) world.changes.set(changeId, { ...change, insyncAt });
}

/** Lets the name servers answer every change that is due at or before `to`. */
export function applyDueZoneChanges(world: World, to: Instant): void {
  for (const zone of world.hostedZones.values())
    for (let next = zone.pending[0]; next && next.appliesAt <= to; next = zone.pending[0]) {
      zone.published = next.records;
      zone.pending.shift();
      lookForRecords(world, next.appliesAt);
    }
}

/** When the next name server changes its answer. */
export function nextZoneChangeAt(world: World): Instant | undefined {
  let next: Instant | undefined;
  for (const { pending } of world.hostedZones.values()) {
    const appliesAt = pending[0]?.appliesAt;
    if (appliesAt !== undefined && (next === undefined || appliesAt < next)) next = appliesAt;
  }
  return next;
}

export const changeInfo = (world: World, change: RecordChange): ChangeInfo => ({
  Id: `/change/${change.id}`,
  Status: world.now >= change.insyncAt ? 'INSYNC' : 'PENDING',
  SubmittedAt: new Date(change.submittedAt),
  ...(change.comment === undefined ? {} : { Comment: change.comment }),
});
