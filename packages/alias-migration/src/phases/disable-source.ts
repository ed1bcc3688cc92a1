import { secondsToMs } from '@cutover/ground';
import {
  act,
  DEPLOYMENT_POLL_SECONDS,
  editOf,
  type Outcome,
  onward,
  type Run,
  ruleOfRun,
  wait,
} from './phase';

/** DISABLING: the outage begins, and with it the time that MaxDowntimeSeconds allows. */
export const disableSource = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 90,
  decide: (run) => {
    const { journal, before, source } = run;
    const late = tooLong(run);
    if (late) return late;
    if (source.enabled) {
      const edit = { addAliases: [], removeAliases: [], enabled: false };
      return act(
        editOf('source', source, edit),
        `Disabling the source ${source.id}.`,
        DEPLOYMENT_POLL_SECONDS,
      );
    }
    if (!source.deployed) return wait(`the source ${source.id} to be disabled at every edge`, 5);
    return onward(run, before.source.isDisabled ? {} : { downSince: journal.phaseSince });
  },
});

/** ARRIVING: nobody answers for the names until the target does at every edge, so bad answers say nothing yet. */
export const arrive = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 90,
  decide: (run) => {
    if (run.target.deployed) return onward(run);
    return tooLong(run) ?? wait(`the target ${run.target.id} to serve the names at every edge`, 5);
  },
});

/** The time is over in which nobody may answer; undefined: it is not, or the source was disabled before. */
export function tooLong({ migration, journal, before, now }: Run): Outcome | undefined {
  const since = journal.downSince ?? (journal.phase === 'DISABLING' ? journal.phaseSince : undefined);
  const { maxDowntimeSeconds = 0 } = migration;
  if (since === undefined || before.source.isDisabled || now <= since + secondsToMs(maxDowntimeSeconds))
    return undefined;
  return {
    kind: 'back',
    code: 'NotStabilized',
    message: `MaxDowntimeSeconds: the target did not serve the names within ${maxDowntimeSeconds} s. Set it higher, or use another strategy.`,
  };
}
