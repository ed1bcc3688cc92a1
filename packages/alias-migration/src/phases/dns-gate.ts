import { secondsToMs } from '@cutover/ground';
import type { NameAnswers } from '../observed';
import { leadsTo, longestTtlSeconds } from '../records';
import { customerGate, MARGIN_SECONDS, timeoutMinutesOf } from './customer-gate';
import { hold, onward, type Run, ruleOfRun, wait } from './phase';
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
    const { before, journal, observed, now } = run;
    const bare = keepServed(run);
    if (bare) return bare;
    if (run.migration.externalDns)
      return customerGate(run, {
        opens: () => onward(run),
        tooLate: (message) => ({ kind: 'back', code: 'NotStabilized', message }),
      });
    if (!observed.isPublished) return wait('Route 53 to publish the records', 10);
    const old = (observed.authority ?? []).find((name) => !isNew(name, before.target.domainName));
    if (old)
      return wait(`every name server to answer ${old.record.name} with ${before.target.domainName}`, 10);
    const seenAt = journal.records?.seenAt ?? now;
    const opensAt = seenAt + secondsToMs(openSeconds(run));
    if (now >= opensAt) return onward(run);
    const left = Math.ceil((opensAt - now) / 1000);
    const records = { ...(journal.records ?? { to: 'target' as const }), seenAt };
    return hold(`the old records' TTL to run out (${left} s left)`, Math.min(30, left), { records });
  },
});

const openSeconds = ({ before, migration }: Run): number =>
  Math.max(migration.dnsGate?.stableSeconds ?? 0, longestTtlSeconds(before.records) + MARGIN_SECONDS);

/** An ALIAS shows addresses only, the same for every distribution: INSYNC must do for it. */
const isNew = ({ record, answers }: NameAnswers, domainName: string): boolean =>
  record.type !== 'CNAME' ||
  answers.every(({ values }) =>
    values?.some((value) => leadsTo({ ...record, values: [value] }) === domainName),
  );
