import type { Journal } from '../journal';
import type { Migration } from '../migration';
import { enumerate, wildcardsOver } from '../names';
import { hasReached } from './road';
import { recordsFollow, watched } from './steps';
import type { Past, PlannedStep, Road, Way } from './way';

const road: Road = {
  once: ['ADDING_WILDCARD', 'CANARY'],
  eachWave: ['RELEASING', 'VERIFYING', 'BAKING'],
  last: ['MOVING_DNS', 'DNS_GATE', 'CLAIMING'],
};

/** The article's five steps: the names live under a wildcard of the target between leaving the source and arriving. */
export const wildcard: Way = {
  strategy: 'WILDCARD',
  why: 'the accounts differ, and the source must keep serving, so the names pass through a wildcard',
  whyNot: () => undefined,
  road: () => road,
  wildcards: ({ aliases }) => wildcardsOver(aliases),
  attachesCertificate: true,
  steps: (migration, past) => [
    ...throughWildcard(migration, past),
    watched(migration),
    recordsFollow(migration, past),
    claimed(migration),
  ],
  wayBack: (journal) => {
    const { source, target } = journal.migration;
    const names = enumerate(journal.migration.aliases);
    const brought = enumerate(journal.before?.wildcards ?? []);
    const off = brought === '' ? [] : [`take ${brought} off ${target.distributionId}`];
    if (road.once.includes(journal.phase)) {
      const served = `${source.distributionId} serves ${names} all the time.`;
      return off[0] === undefined ? `Nothing to put back: ${served}` : `${capital(off[0])}; ${served}`;
    }
    return `${capital([...toSource(journal, names), ...off].join('; then '))}.`;
  },
};

function throughWildcard({ aliases, source, target }: Migration, { wildcards }: Past): PlannedStep[] {
  const certificate = target.certificateArn ? ' with its certificate' : '';
  return [
    {
      phase: 'ADDING_WILDCARD',
      does: `Add ${enumerate(wildcards)}${certificate} to ${target.distributionId}, wait until deployed.`,
      wayBack: 'take it off.',
    },
    {
      phase: 'CANARY',
      does: `Reach ${target.distributionId} through an unused name under the wildcard, over real TLS.`,
    },
    {
      phase: 'RELEASING',
      does: `Cutover: ${source.distributionId} releases ${enumerate(aliases)}.`,
      wayBack: 'one update that adds them again; the wildcard serves meanwhile.',
    },
  ];
}

const claimed = ({ aliases, target }: Migration): PlannedStep => ({
  phase: 'CLAIMING',
  does: `${target.distributionId} claims ${enumerate(aliases)} in place of the wildcard, in one update.`,
  wayBack: 'DNS, wildcard, then the source again.',
});

function toSource(journal: Journal, names: string): string[] {
  const { migration, before, records, phase } = journal;
  const { source, target } = migration;
  const wildcards = enumerate(wildcardsOver(migration.aliases));
  const mayLeadToTarget = migration.dns && (hasReached(road, phase, 'MOVING_DNS') || records);
  return [
    ...(mayLeadToTarget
      ? [`point the DNS records to ${before?.source.domainName ?? 'the source'} again`]
      : []),
    ...(hasReached(road, phase, 'CLAIMING')
      ? [`put ${wildcards} in their place on ${target.distributionId}`]
      : []),
    `one update adds ${names} to ${source.distributionId} again, while ${wildcards} serves them`,
  ];
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
