import { minutesToMs } from '@cutover/ground';
import { judgeNames, ringing } from '../viewers';
import { hold, type Outcome, onward, ruleOfRun, wait } from './phase';

/** While edges change over, every few seconds count: this is how long a sick target can hurt before we look. */
const VERIFY_POLL_SECONDS = 4;
const BAKE_POLL_SECONDS = 10;

const sick = (reason: string): Outcome => ({
  kind: 'back',
  code: 'NotStabilized',
  message: `The target did not answer the moved names as Verification expects: ${reason}. Mend the cause there, or correct Verification, and try again.`,
});

/** VERIFYING: the names answer as expected at every address, until both sides have deployed and some rounds after. */
export const verify = ruleOfRun({
  looks: ['ends', 'names', 'alarms'],
  budgetMinutes: 90,
  decide: (run) => {
    const { migration, journal, observed, source, target } = run;
    const judgement = judgeNames(observed.viewers ?? [], migration.verification);
    const isDeployed = source.deployed && target.deployed;
    if (judgement.kind === 'bad') return sick(judgement.reason);
    const alarm = ringing(observed.alarms ?? []);
    if (alarm) return sick(alarm);
    if (judgement.kind === 'other' && isDeployed) return sick(judgement.reason);
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
    const { migration, journal, observed, now } = run;
    const judgement = judgeNames(observed.viewers ?? [], migration.verification);
    if (judgement.kind !== 'good') return sick(judgement.reason);
    const alarm = ringing(observed.alarms ?? []);
    if (alarm) return sick(alarm);
    const endsAt = journal.phaseSince + minutesToMs(migration.verification.bakeMinutes);
    if (now < endsAt) {
      const left = Math.ceil((endsAt - now) / 1000);
      return wait(`the bake to end (${left} s left, all names healthy)`, Math.min(BAKE_POLL_SECONDS, left));
    }
    return onward(run);
  },
});
