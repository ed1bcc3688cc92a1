import { judgeNames } from '../viewers';
import { DEPLOYMENT_POLL_SECONDS, onward, ruleOfRun, wait } from './phase';
import { keepServed } from './transit';
import { sickOf } from './verify';

/** EDGE_CHECK (BYPASS): before the names lead to it, the target answers for them at every address of its own. */
export const edgeCheck = ruleOfRun({
  looks: ['ends', 'edges'],
  budgetMinutes: 90,
  decide: (run) => {
    const { migration, observed, target } = run;
    const bare = keepServed(run);
    if (bare) return bare;
    if (!target.deployed) return wait(`the target ${target.id} to deploy`, DEPLOYMENT_POLL_SECONDS);
    const judgement = judgeNames(observed.viewers ?? [], migration.verification);
    return judgement.kind === 'good' ? onward(run) : sickOf('claimed', judgement.reason);
  },
});
