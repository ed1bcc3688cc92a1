import { recordsText, recordsTo } from '../dns/required';
import type { Journal } from '../journal';
import type { Migration } from '../migration';
import { enumerate, isWildcard, transitOf } from '../names';
import { hasReached } from './road';
import { capital, certificateGoes, orNothing, recordsFollow, watched } from './steps';
import type { Past, PlannedStep, Prospect, Road, Way } from './way';

const routeFirst: Road = {
  once: ['ADDING_WILDCARD', 'CANARY'],
  eachWave: ['RELEASING', 'VERIFYING', 'BAKING'],
  last: ['MOVING_DNS', 'DNS_GATE', 'CLAIMING'],
};
/** AWS's guide. The source serves by the more specific names wherever the records lead. */
const dnsFirst: Road = {
  once: ['ADDING_WILDCARD', 'CANARY', 'MOVING_DNS', 'DNS_GATE'],
  eachWave: ['RELEASING', 'VERIFYING', 'BAKING'],
  last: ['CLAIMING'],
};

const isDnsFirst = ({ cutoverOrder }: Migration): boolean => cutoverOrder === 'DNS_FIRST';
const roadFor = (migration: Migration): Road => (isDnsFirst(migration) ? dnsFirst : routeFirst);

/** The article's five steps: the names live under a wildcard of the target between leaving the source and arriving. */
export const wildcard: Way = {
  strategy: 'WILDCARD',
  why: 'the accounts differ, and the source must keep serving, so the names pass through a wildcard',
  needs:
    'names below a parent, none of them a wildcard, and Dns whose records lead to the target before its last step',
  whyNot,
  road: roadFor,
  wildcards: (migration) => transitOf(migration, migration.aliases),
  unservedSeconds: () => 0,
  steps: (migration, past) => [
    ...wildcardComes(migration, past),
    ...(isDnsFirst(migration) ? [recordsFollow(migration, past)] : []),
    released(migration),
    watched(migration),
    ...(isDnsFirst(migration) ? [] : [recordsFollow(migration, past)]),
    claimed(migration),
  ],
  wayBack: (journal) => {
    const { source, target } = journal.migration;
    const names = enumerate(journal.migration.aliases);
    const brought = enumerate(journal.before?.wildcards ?? []);
    const off = [
      ...(brought === '' ? [] : [`take ${brought} off ${target.distributionId}`]),
      ...certificateGoes(journal),
    ];
    if (roadFor(journal.migration).once.includes(journal.phase)) {
      const served = `${source.distributionId} serves ${names} all the time.`;
      return `${capital(orNothing([...recordsBack(journal), ...off]))}; ${served}`;
    }
    return `${capital([...toSource(journal, names), ...off].join('; then '))}.`;
  },
};

function whyNot({ migration, observed }: Prospect): string | undefined {
  const beyond = beyondWildcards(migration, observed.zone?.name);
  if (beyond.length > 0) return `no wildcard of the target can stand in for ${enumerate(beyond)}`;
  return migration.dns || migration.externalDns
    ? undefined
    : 'its last step is refused while the records lead to the source, and Dns says nothing of them';
}

/** An apex, or a wildcard itself: names that no transit wildcard could serve. */
export const beyondWildcards = ({ aliases }: Migration, apex: string | undefined): string[] =>
  aliases.filter((alias) => isWildcard(alias) || alias === apex || alias.split('.').length < 3);

function wildcardComes({ target }: Migration, { wildcards }: Past): PlannedStep[] {
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
  ];
}

const released = (migration: Migration): PlannedStep => ({
  phase: 'RELEASING',
  does: `Cutover: ${migration.source.distributionId} releases ${enumerate(migration.aliases)}.`,
  wayBack: migration.externalDns
    ? 'one update that adds them again, while the wildcard serves them; CloudFront refuses a name that the customer has led to the target until they lead it back.'
    : isDnsFirst(migration)
      ? 'the records lead to the source again, then one update adds the names; the wildcard serves meanwhile.'
      : 'one update that adds them again; the wildcard serves meanwhile.',
});

const claimed = ({ aliases, target, wildcard: wish }: Migration): PlannedStep => ({
  phase: 'CLAIMING',
  does: `${target.distributionId} claims ${enumerate(aliases)} ${wish?.keep ? 'beside the wildcard, which stays' : 'in place of the wildcard'}, in one update.`,
  wayBack: 'DNS, wildcard, then the source again.',
});

function toSource(journal: Journal, names: string): string[] {
  const { migration, phase } = journal;
  const { source, target } = migration;
  const wildcards = enumerate(transitOf(migration, migration.aliases));
  return [
    ...recordsBack(journal),
    ...(hasReached(roadFor(migration), phase, 'CLAIMING')
      ? [`put ${wildcards} in their place on ${target.distributionId}`]
      : []),
    `one update adds ${names} to ${source.distributionId} again, while ${wildcards} serves them`,
  ];
}

function recordsBack({ migration, before, records, phase }: Journal): string[] {
  if (migration.externalDns) return customerLeadsBack(before, phase);
  const mayLeadToTarget = migration.dns && (hasReached(roadFor(migration), phase, 'MOVING_DNS') || records);
  return mayLeadToTarget
    ? [`point the DNS records to ${before?.source.domainName ?? 'the source'} again`]
    : [];
}

/** We cannot, and CloudFront looks: a name whose CNAME leads to the target is refused to the source. */
function customerLeadsBack(before: Journal['before'], phase: Journal['phase']): string[] {
  if (!before || ['ADDING_WILDCARD', 'CANARY'].includes(phase)) return [];
  const records = recordsText(recordsTo(before.customer ?? [], before.source.domainName));
  return [`the customer leads back what they have led to the target (${records}), which nobody else can`];
}
