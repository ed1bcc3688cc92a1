import type { Journal } from '../journal';
import type { Migration } from '../migration';
import { enumerate } from '../names';
import { longestTtlSeconds } from '../records';
import { hasReached } from './road';
import { capital, certificateGoes, recordsFollow, watched } from './steps';
import type { Past, PlannedStep, Prospect, Road, Way } from './way';

const road: Road = {
  once: [],
  eachWave: [
    'DIVERTING',
    'DRAINING',
    'RELEASING',
    'CLAIMING',
    'EDGE_CHECK',
    'MOVING_DNS',
    'DNS_GATE',
    'VERIFYING',
    'BAKING',
  ],
  last: [],
};

/** Past CloudFront: an endpoint of the customer serves the names while one distribution lets go and the other takes. */
export const bypass: Way = {
  strategy: 'BYPASS',
  why: 'no wildcard of the target can stand in for the names, so they pass by CloudFront over the bypass while they change hands',
  needs:
    'Bypass.Records of an endpoint outside CloudFront that serves the names over TLS, and Dns.HostedZoneId',
  whyNot,
  road: () => road,
  wildcards: () => [],
  passesBy: true,
  unservedSeconds: () => 0,
  steps: (migration, past) => [
    ...aroundCloudFront(migration, past),
    recordsFollow(migration, past),
    watched(migration),
  ],
  wayBack,
};

function whyNot({ migration }: Prospect): string | undefined {
  if (!migration.bypass) return 'no Bypass is declared that could serve the names meanwhile';
  return migration.dns ? undefined : 'without Dns.HostedZoneId the names cannot be led to the bypass';
}

function aroundCloudFront(migration: Migration, { source, records }: Past): PlannedStep[] {
  const { aliases, target, source: from } = migration;
  const names = enumerate(aliases);
  const certificate = target.certificateArn ? ' with its certificate' : '';
  const drain = Math.max(migration.bypass?.drainSeconds ?? 0, longestTtlSeconds(records));
  const dnsBack = `point the records to ${source.domainName}.`;
  return [
    { phase: 'DIVERTING', does: `Point the records of ${names} to the bypass.`, wayBack: dnsBack },
    {
      phase: 'DRAINING',
      does: `Wait for every name server, and ${drain} s until no viewer comes to CloudFront any more.`,
      wayBack: dnsBack,
    },
    {
      phase: 'RELEASING',
      does: `${from.distributionId} releases ${names}, wait until deployed; the bypass serves.`,
      wayBack: `one update adds them to ${from.distributionId} again, then the records.`,
    },
    {
      phase: 'CLAIMING',
      does: `${target.distributionId} claims ${names}${certificate}, wait until deployed; the bypass serves.`,
      wayBack: `${target.distributionId} lets go, ${from.distributionId} takes them again, then the records.`,
    },
    {
      phase: 'EDGE_CHECK',
      does: `Reach ${names} at the addresses of ${target.distributionId} itself, over real TLS.`,
    },
  ];
}

/** On the way back the records say who serves; the bypass does until the source can. */
function wayBack(journal: Journal): string {
  const { migration, phase, before, records } = journal;
  const names = enumerate(migration.aliases);
  const { source, target } = migration;
  const home = `point the DNS records to ${before?.source.domainName ?? 'the source'} again`;
  const reached = (other: Journal['phase']): boolean => hasReached(road, phase, other);
  if (!reached('RELEASING') && road.eachWave.includes(phase))
    return `${capital(home)}; ${source.distributionId} has ${names} all the time.`;
  const mayServe = reached('MOVING_DNS') || records?.to === 'target';
  const mayHold = reached('CLAIMING') || !road.eachWave.includes(phase);
  const steps = [
    ...(mayServe ? ['point the DNS records to the bypass and let the viewers drain'] : []),
    ...(mayHold ? [`take ${names} off ${target.distributionId}`] : []),
    `one update adds ${names} to ${source.distributionId} again`,
    home,
    ...(mayHold ? certificateGoes(journal) : []),
  ];
  return `${capital(steps.join('; then '))}.`;
}
