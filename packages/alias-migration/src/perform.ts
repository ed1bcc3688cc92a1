import type { JournalStore } from '@cutover/handler-kit';
import { type Action, isBesideTraffic, type Journal } from './journal';
import { lockedNames } from './locked-names';
import { lockOwners, lookAtLocks, releaseLocks, takeLock, takenBy } from './locks';
import type { Ports } from './port';

/**
 * Makes one change. Never repeats: what a failed or lost call did is found by the next look.
 * @returns the journal with what only the answer can tell.
 */
export async function perform(
  ports: Ports,
  store: JournalStore<Journal>,
  action: Action,
  journal: Journal,
): Promise<Journal> {
  if (!isBesideTraffic(action)) await makeSureOfLocks(ports, journal);
  switch (action.kind) {
    case 'takeLocks':
      for (const alias of action.names) await lockOne(ports, store, journal, alias);
      return journal;
    case 'releaseLocks':
      await releaseLocks(ports.parameters, action.names, journal.migrationId);
      return journal;
    case 'editDistribution':
      await ports.cloudFront[action.side].editDistribution(action.distributionId, action.edit, action.etag);
      return { ...journal, trouble: undefined };
    case 'moveAlias':
      await ports.cloudFront[action.to].moveAlias(action.alias, action.distributionId, action.etag);
      return { ...journal, trouble: undefined };
    case 'changeProof':
    case 'changeSemaphore':
      await ports.dns.changeRecords(action.hostedZoneId, action.batch);
      return { ...journal, trouble: undefined };
    case 'associateAlias':
      await ports.cloudFront[action.to].associateAlias(action.alias, action.distributionId);
      return { ...journal, trouble: undefined };
    case 'changeRecords': {
      const changeId = await ports.dns.changeRecords(action.hostedZoneId, action.batch);
      const names = [...new Set(action.batch.upserts.map(({ name }) => name))];
      return { ...journal, trouble: undefined, records: { to: action.to, names, changeId } };
    }
  }
}

async function lockOne(
  { parameters }: Ports,
  store: JournalStore<Journal>,
  journal: Journal,
  alias: string,
): Promise<void> {
  const [lock] = await lookAtLocks(parameters, store, [alias], journal.migrationId);
  if (!lock || lock.holder === journal.migrationId) return;
  if (lock.holder !== undefined && !lock.isStale) throw takenBy(alias, lock.holder, 'lookAgain');
  await takeLock(parameters, lock, journal.migrationId);
}

/** Another run may have taken over a lock that looked stale; then this one must not change anything any more. */
async function makeSureOfLocks({ parameters }: Ports, journal: Journal): Promise<void> {
  const owners = await lockOwners(parameters, lockedNames(journal));
  for (const [alias, holder] of owners)
    if (holder !== journal.migrationId) throw takenBy(alias, holder, 'giveUp');
}
