import { minutesToMs } from '@cutover/ground';
import { namesOfOurs } from '../adopted';
import type { Journal } from '../journal';
import { enumerate } from '../names';
import type { Distribution } from '../port';
import { leftBehind } from '../reconcile';
import {
  absentFrom,
  act,
  DEPLOYMENT_POLL_SECONDS,
  editOf,
  type Outcome,
  type Rule,
  type Scene,
  to,
  wait,
} from './phase';
import { proofRemoval } from './prove';
import { enablingEdit } from './returns';
import { semaphoreRemoval } from './semaphore';

/** Long past any deployment: the names are served, and Status alone is no reason to keep a stack waiting. */
const PATIENCE_MINUTES = 90;

/**
 * SETTLING: the last deployment ends, the locks go. Nothing here may undo a good cutover, so nothing here fails: a
 * lock that cannot be given up is stale once the migration is DONE, and the next one takes it over.
 */
export const settle: Rule = {
  looks: ['ends', 'proof', 'semaphore', 'locks'],
  budgetMinutes: Number.POSITIVE_INFINITY,
  decide: (scene) => {
    const { migration, journal, observed, now } = scene;
    const busy = [observed.source, observed.target].find((end) => end && !end.deployed);
    const isLate = now > journal.phaseSince + minutesToMs(PATIENCE_MINUTES);
    const mayTry = !isLate && journal.trouble?.disposition !== 'giveUp';
    const lost = observed.target ? absentFrom(migration.aliases, observed.target) : [];
    if (observed.target && lost.length > 0 && mayTry) return claimAgain(observed.target, lost);
    const enabling = mayTry ? enableSource(scene) : undefined;
    if (enabling) return enabling;
    if (busy && !isLate) return wait('the last deployment to end', DEPLOYMENT_POLL_SECONDS);
    const proof = mayTry ? proofRemoval(scene) : undefined;
    if (proof) return act(proof, 'Taking the TXT records away.');
    const removal = mayTry ? semaphoreRemoval(scene) : undefined;
    if (removal) return act(removal, 'Taking the semaphore away.');
    const held = (observed.locks ?? []).filter((lock) => lock.holder === journal.migrationId);
    if (held.length > 0 && mayTry)
      return act({ kind: 'releaseLocks', names: held.map((lock) => lock.alias) }, 'Releasing the locks.', 1);
    const { before } = journal;
    return to('DONE', {
      strays: lost,
      after: before && leftBehind(migration, before, observed, lost),
    });
  },
};

/** A source that we disabled for the move is as it was before, but for the names. */
function enableSource({ journal: { before }, observed: { source } }: Scene): Outcome | undefined {
  const edit = before && source && enablingEdit({ before, source });
  return edit && act(editOf('source', source, edit), `Enabling the source ${source.id} again.`);
}

/** Another deployment of the target took the names off it; they live nowhere else any more. */
function claimAgain({ id, etag }: Distribution, lost: readonly string[]): Outcome {
  const edit = { addAliases: lost, removeAliases: [] };
  const action = { kind: 'editDistribution', side: 'target', distributionId: id, edit, etag } as const;
  return act(action, `Somebody took ${enumerate(lost)} off the target ${id}: putting it back.`, 5);
}

export function doneMessage(journal: Journal): string {
  const { migration, before, strays = [] } = journal;
  const moved = namesOfOurs(journal).filter((alias) => !strays.includes(alias));
  const there = before?.adopted ? ` ${enumerate(before.adopted)} was there before.` : '';
  const others = strays.length > 0 ? ` ${enumerate(strays)} is held by somebody else by now.` : '';
  return `${enumerate(moved) || 'No name'} moved to ${migration.target.distributionId}.${there}${others}`;
}
