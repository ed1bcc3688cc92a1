import { isCrossAccount } from '../migration';
import { enumerate } from '../names';
import { hasReached } from './road';
import { capital, certificateComes, certificateGoes, orNothing, recordsFollow, watched } from './steps';
import type { Road, Way } from './way';

const road: Road = {
  once: ['ATTACHING'],
  eachWave: ['MOVING_ALIASES', 'VERIFYING', 'BAKING'],
  last: ['MOVING_DNS', 'DNS_GATE'],
};

/** UpdateDomainAssociation: CloudFront itself moves a name from one distribution to the other in one step. */
export const atomic: Way = {
  strategy: 'ATOMIC',
  why: 'both distributions are in one account, where CloudFront moves a name in one step',
  needs: "a target in the source's account",
  whyNot: ({ migration }) =>
    isCrossAccount(migration)
      ? 'the accounts differ, and across accounts CloudFront moves a name only from a disabled source'
      : undefined,
  road: () => road,
  wildcards: () => [],
  unservedSeconds: () => 0,
  steps: (migration, past) => [
    ...certificateComes(migration, past),
    {
      phase: 'MOVING_ALIASES',
      does: `Cutover: move ${enumerate(migration.aliases)} to ${migration.target.distributionId}, one call a name.`,
      wayBack: `the same call towards ${migration.source.distributionId}.`,
    },
    watched(migration),
    recordsFollow(migration, past),
  ],
  wayBack: (journal) => {
    const { migration, before, records, phase } = journal;
    const { aliases, source, dns, externalDns } = migration;
    const goes = certificateGoes(journal);
    if (road.once.includes(phase))
      return `${capital(orNothing(goes))}; ${source.distributionId} has ${enumerate(aliases)} all the time.`;
    const mayLeadToTarget = dns && (hasReached(road, phase, 'MOVING_DNS') || records);
    const steps = [
      `Move ${enumerate(aliases)} back to ${source.distributionId}, one call a name`,
      ...(mayLeadToTarget
        ? [`point the DNS records to ${before?.source.domainName ?? 'the source'} again`]
        : []),
      ...goes,
    ];
    const left = externalDns
      ? "; the customer's records may stay, for CloudFront finds a name where it is held"
      : '';
    return `${steps.join('; then ')}${left}.`;
  },
};
