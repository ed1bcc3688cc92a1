import type { Journal } from '../journal';
import { isCrossAccount, type Migration } from '../migration';
import { enumerate } from '../names';
import { capital, certificateComes, certificateGoes, orNothing, recordsFollow, watched } from './steps';
import type { Past, PlannedStep, Prospect, Road, Way } from './way';

const road: Road = {
  once: ['ATTACHING', 'PROVING', 'DISABLING'],
  eachWave: ['MOVING_ALIASES', 'ARRIVING', 'VERIFYING', 'BAKING'],
  last: ['MOVING_DNS', 'DNS_GATE'],
};

/**
 * A way back has to wait until the source serves at every edge again: for a deployment, which takes as long as AWS's
 * own waiter `DistributionDeployed` has patience for.
 */
const DEPLOYMENT_SECONDS = 2100;

/** Between accounts CloudFront moves a name in one step only from a disabled distribution, by its TXT record. */
export const disabledSource: Way = {
  strategy: 'DISABLED_SOURCE',
  why: 'between accounts CloudFront moves a name in one step from a disabled source',
  needs: 'Strategy DISABLED_SOURCE, and a MaxDowntimeSeconds in which nobody answers for the names',
  whyNot,
  road: () => road,
  needsProof: true,
  wildcards: () => [],
  unservedSeconds: ({ maxDowntimeSeconds = 0 }) =>
    maxDowntimeSeconds > 0 ? maxDowntimeSeconds + DEPLOYMENT_SECONDS : 0,
  steps: (migration, past) => [
    ...certificateComes(migration, past),
    ...whileDisabled(migration, past),
    watched(migration),
    recordsFollow(migration, past),
  ],
  wayBack,
};

function whyNot({ migration, observed }: Prospect): string | undefined {
  if (!isCrossAccount(migration)) return 'in one account names move from an enabled source';
  if (!migration.dns) return 'without Dns.HostedZoneId the TXT records of the names cannot be published';
  return observed.source?.enabled === false
    ? undefined
    : 'nobody answers for the names while the source is disabled, so it has to be named';
}

function whileDisabled(
  { aliases, target, source, maxDowntimeSeconds }: Migration,
  past: Past,
): PlannedStep[] {
  const names = enumerate(aliases);
  const disabling: PlannedStep = {
    phase: 'DISABLING',
    does: `Disable ${source.distributionId}, wait until deployed: from here on nobody answers for ${names}, for at most ${maxDowntimeSeconds} s until they are on ${target.distributionId}.`,
    wayBack: 'enable it again.',
  };
  return [
    {
      phase: 'PROVING',
      does: `Publish the TXT record of each name, and wait for every name server.`,
      wayBack: 'take the values away that were not there before.',
    },
    ...(past.source.isDisabled ? [] : [disabling]),
    {
      phase: 'MOVING_ALIASES',
      does: `Cutover: move ${names} to ${target.distributionId}, one call a name.`,
      wayBack: `${target.distributionId} lets go, ${source.distributionId} is enabled and takes them again; in between nobody answers.`,
    },
  ];
}

function wayBack(journal: Journal): string {
  const { migration, before, phase } = journal;
  const { source, target, aliases } = migration;
  const names = enumerate(aliases);
  const isServing = before?.source.isDisabled || ['ATTACHING', 'PROVING'].includes(phase);
  const enabled = isServing ? [] : [`enable ${source.distributionId} again`];
  if (road.once.includes(phase)) {
    const proofs = phase === 'ATTACHING' ? [] : ['take the TXT records away'];
    const undone = orNothing([...enabled, ...proofs, ...certificateGoes(journal)]);
    return `${capital(undone)}; ${source.distributionId} has ${names} all the time.`;
  }
  const steps = [
    ...enabled,
    `point the DNS records to ${before?.source.domainName ?? 'the source'} where they were moved`,
    `${target.distributionId} lets ${names} go and ${source.distributionId} takes them again: in between nobody answers`,
    ...certificateGoes(journal),
  ];
  return `${capital(steps.join('; then '))}.`;
}
