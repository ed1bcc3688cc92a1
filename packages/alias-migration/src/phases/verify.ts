import { minutesToMs } from '@cutover/ground';
import { judgeNames, ringing } from '../viewers';
import { hold, type Outcome, onward, type Run, ruleOfRun, secondsUntil, wait } from './phase';

/** While edges change over, every few seconds count: this is how long a sick target can hurt before we look. */
const VERIFY_POLL_SECONDS = 4;
const BAKE_POLL_SECONDS = 10;

/** Why the names go back; undefined: nothing speaks against the target. Until both ends have deployed, others may answer. */
function sickness({ migration, observed }: Run, isDeployed: boolean): Outcome | undefined {
  const judgement = judgeNames(observed.viewers ?? [], migration.verification);
  const isBad = judgement.kind === 'bad' || (judgement.kind === 'other' && isDeployed);
  const reason = isBad ? judgement.reason : ringing(observed.alarms ?? []);
  return reason === undefined ? undefined : sickOf('moved', reason);
}

/** @param names which ones: "moved" */
export const sickOf = (names: string, reason: string): Outcome => ({
  kind: 'back',
  code: 'NotStabilized',
  message: `The target did not answer the ${names} names as Verification expects: ${reason}. Mend the cause there, or correct Verification, and try again.`,
});

/** VERIFYING: the names answer as expected at every address, until both sides have deployed and some rounds after. */
export const verify = ruleOfRun({
  looks: ['ends', 'names', 'alarms'],
  budgetMinutes: 90,
  decide: (run) => {
    const { migration, journal, source, target } = run;
    const isDeployed = source.deployed && target.deployed;
    const sick = sickness(run, isDeployed);
    if (sick) return sick;
    if (!isDeployed)
      return wait('both distributions to deploy, while the names are verified', VERIFY_POLL_SECONDS);
    const passes = journal.passes + 1;
    if (passes >= migration.verification.minConsecutive) return onward(run, { passes });
    const left = migration.verification.minConsecutive - passes;
    return hold(`${left} more rounds of verification`, VERIFY_POLL_SECONDS, { passes });
  },
});

/** BAKING: the target carries the traffic, the way back is still one call; any bad answer takes it. */
export const bake = ruleOfRun({
  looks: ['ends', 'names', 'alarms'],
  budgetMinutes: 36 * 60,
  decide: (run) => {
    const { migration, journal, now } = run;
    const sick = sickness(run, true);
    if (sick) return sick;
    const left = secondsUntil(journal.phaseSince + minutesToMs(migration.verification.bakeMinutes), now);
    if (left <= 0) return onward(run);
    return wait(`the bake to end (${left} s left, all names healthy)`, Math.min(BAKE_POLL_SECONDS, left));
  },
});
