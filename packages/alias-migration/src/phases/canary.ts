import { judgeCanary } from '../viewers';
import { onward, ruleOfRun, wait } from './phase';

/** CANARY: before any user does, an unused name under the wildcard reaches the target over real TLS, at every address. */
export const canary = ruleOfRun({
  looks: ['ends', 'canary'],
  budgetMinutes: 20,
  decide: (run) => {
    const { migration, observed } = run;
    const judgement = judgeCanary(observed.viewers ?? [], migration.verification);
    if (judgement.kind !== 'good') {
      const note = `the canary under the wildcard to be served by the target (${judgement.reason})`;
      return wait(note, 10);
    }
    return onward(run);
  },
});
