import { minutesToMs } from '@cutover/ground';
import { enumerate } from '../names';
import { act, DEPLOYMENT_POLL_SECONDS, type Rule, to, wait } from './phase';

/** Long past any deployment: the names are served, and Status alone is no reason to keep a stack waiting. */
const PATIENCE_MINUTES = 90;

/**
 * SETTLING: the last deployment ends, the locks go. Nothing here may undo a good cutover, so nothing here fails: a
 * lock that cannot be given up is stale once the migration is DONE, and the next one takes it over.
 */
export const settle: Rule = {
  looks: ['ends', 'locks'],
  budgetMinutes: Number.POSITIVE_INFINITY,
  decide: ({ journal, observed, now }) => {
    const busy = [observed.source, observed.target].find((end) => end && !end.deployed);
    const isLate = now > journal.phaseSince + minutesToMs(PATIENCE_MINUTES);
    if (busy && !isLate) return wait('the last deployment to end', DEPLOYMENT_POLL_SECONDS);
    const held = (observed.locks ?? []).filter((lock) => lock.holder === journal.migrationId);
    const mayTry = !isLate && journal.trouble?.disposition !== 'giveUp';
    if (held.length > 0 && mayTry)
      return act({ kind: 'releaseLocks', names: held.map((lock) => lock.alias) }, 'Releasing the locks.', 1);
    return to('DONE', { cutoverAt: journal.cutoverAt });
  },
};

export const doneMessage = (aliases: readonly string[], targetId: string): string =>
  `${enumerate(aliases)} moved to ${targetId}.`;
