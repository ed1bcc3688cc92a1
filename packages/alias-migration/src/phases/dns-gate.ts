import { bypassRecords } from '../bypass';
import { longestTtlSeconds, TTL_MARGIN_SECONDS } from '../records';
import { customerGate, timeoutMinutesOf } from './customer-gate';
import { onward, type Run, ruleOfRun } from './phase';
import { routeGate } from './route-gate';
import { keepServed } from './transit';

/**
 * DNS_GATE: open when Route 53 says INSYNC, every authoritative server gives the new answer, and the old TTL has run
 * out since: until then CloudFront's own resolver may hold the old one and refuse the claim.
 */
export const dnsGate = ruleOfRun({
  looks: ['ends', 'authority'],
  budgetMinutes: 180,
  budgetOf: (migration) =>
    migration.externalDns ? timeoutMinutesOf(migration) : migration.dnsGate?.timeoutMinutes,
  endsItself: ({ externalDns }) => externalDns !== undefined,
  decide: (run) => {
    const bare = keepServed(run);
    if (bare) return bare;
    if (run.migration.externalDns)
      return customerGate(run, {
        opens: () => onward(run),
        tooLate: (message) => ({
          kind: 'back',
          code: 'NotStabilized',
          message: `${message} Let the customer set it and try again, with more minutes if they need them.`,
        }),
      });
    return routeGate(run, openSeconds(run)) ?? onward(run);
  },
});

const openSeconds = ({ before, migration, names }: Run): number => {
  const left = [...before.records, ...bypassRecords(migration, names)];
  return Math.max(migration.dnsGate?.stableSeconds ?? 0, longestTtlSeconds(left) + TTL_MARGIN_SECONDS);
};
