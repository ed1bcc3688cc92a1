import { redirected } from '../records';
import { onward, ruleOfRun } from './phase';
import { pointRecords } from './point-records';
import { keepServed } from './transit';

/**
 * MOVING_DNS (the article's step 4): the names' records lead to the target. Traffic does not notice; but without
 * it CloudFront refuses step 5, because the names would still point to another distribution.
 */
export const moveDns = ruleOfRun({
  looks: ['ends', 'records'],
  budgetMinutes: 60,
  decide: (run) => {
    const { before, names } = run;
    const bare = keepServed(run);
    if (bare) return bare;
    const ours = before.records.filter(({ name }) => names.includes(name));
    const wanted = ours.map((record) => redirected(record, before.target));
    return pointRecords(run, 'target', wanted) ?? onward(run);
  },
});
