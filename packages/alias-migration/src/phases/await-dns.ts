import { recordsText, requiredRecords } from '../dns/required';
import { customerGate, timeoutMinutesOf } from './customer-gate';
import { type Rule, ruleOfRun, to } from './phase';

/** AWAITING_DNS: customers take weeks and a handler has 36 hours, so the create ends here, and an update goes on. */
export const awaitDns: Rule = {
  looks: [],
  budgetMinutes: Number.POSITIVE_INFINITY,
  decide: ({ journal: { before } }) => ({
    kind: 'done',
    forget: false,
    message: `Nothing was moved. The customer has to set ${before ? recordsText(requiredRecords(before)) : 'their records'}; then go on with an update or \`cutover resume\`.`,
  }),
};

/** CHECKING_DNS: the run goes on only once the customer has acted. Until then nothing is locked or changed. */
export const checkDns = ruleOfRun({
  looks: ['ends', 'authority'],
  budgetMinutes: Number.POSITIVE_INFINITY,
  budgetOf: timeoutMinutesOf,
  endsItself: () => true,
  decide: (run) =>
    customerGate(run, {
      opens: () => to('LOCKING', { earlier: undefined }),
      tooLate: (message) => ({
        kind: 'refuse',
        code: 'NotStabilized',
        message: `Nothing was moved. ${message} Resume again once it has.`,
      }),
    }),
});
