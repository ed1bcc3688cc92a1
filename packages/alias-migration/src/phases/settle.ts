import { enumerate } from '../names';
import { act, DEPLOYMENT_POLL_SECONDS, ruleOfRun, to, wait } from './phase';

/** SETTLING: the last deployment ends, the locks go. Nothing here may undo a good cutover. */
export const settle = ruleOfRun({
  looks: ['ends', 'locks'],
  budgetMinutes: 36 * 60,
  decide: ({ journal, observed, source, target }) => {
    if (!source.deployed || !target.deployed)
      return wait('the last deployment to end', DEPLOYMENT_POLL_SECONDS);
    const held = (observed.locks ?? []).filter((lock) => lock.holder === journal.migrationId);
    if (held.length > 0)
      return act({ kind: 'releaseLocks', names: held.map((lock) => lock.alias) }, 'Releasing the locks.', 1);
    return to('DONE', { cutoverAt: journal.cutoverAt });
  },
});

export const doneMessage = (aliases: readonly string[], targetId: string): string =>
  `${enumerate(aliases)} moved to ${targetId}.`;
