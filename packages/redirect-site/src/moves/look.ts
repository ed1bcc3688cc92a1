import {
  type Observed as MigrationObserved,
  migrationDomain,
  migrationJournals,
} from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import type { TakeOver } from '../declaration';
import type { Coming, SiteJournal } from '../journal';
import type { SiteDistribution, SitePorts } from '../port';
import type { Workbench } from '../rules/workbench';
import { migrationOfHosts, NOT_MADE } from './migration';
import { moveUnderWay } from './moves';
import type { Source } from './sources';
import { witnessOf } from './witness';

/** Migrations in this world, as handler-kit takes turns with them. */
export function migrationsIn(ports: SitePorts) {
  const { parameters } = ports;
  const alarms = { findAlarms: async () => [] };
  const store = migrationJournals(parameters);
  return {
    store,
    domain: migrationDomain((migration) => ({ ...ports.moves(migration), parameters, alarms }), store),
  };
}

/** What the move that is under way needs to see; its viewers are told the rules. */
export async function lookAtMove(
  ports: SitePorts,
  bench: Workbench,
  journal: SiteJournal,
  now: Instant,
): Promise<{ readonly id: string; readonly seen: MigrationObserved } | undefined> {
  const move = moveUnderWay(journal);
  if (!move) return undefined;
  const { live } = journal;
  const loaded = live && (await bench.load(live.declared));
  const moves: SitePorts['moves'] = (migration) => {
    const there = ports.moves(migration);
    return loaded?.kind === 'rules'
      ? { ...there, viewer: witnessOf(there.viewer, loaded.served(live?.number ?? 0), now) }
      : there;
  };
  const { domain } = migrationsIn({ ...ports, moves });
  return { id: move.journal.migrationId, seen: await domain.observe(move.journal) };
}

/** Who serves the hosts now that are to be taken over, and what a preflight sees there. */
export async function lookAtSources(
  ports: SitePorts,
  journal: SiteJournal,
  hosts: readonly string[],
  ours: ReadonlyMap<number, SiteDistribution>,
  now: Instant,
): Promise<Source[]> {
  const { TakeOver: declared = [] } = journal.declared;
  const ids = new Set(Array.from(ours.values(), ({ id }) => id));
  const there = new Set(Array.from(ours.values(), ({ aliases }) => aliases).flat());
  const open = hosts.filter((host) => !there.has(host));
  const holders = declared.some(({ DistributionId: id }) => id === undefined)
    ? await ports.distributions.findHolders(open)
    : new Map<string, string>();
  const asked = declared.flatMap((takeOver, place) =>
    candidates(takeOver, place, open, holders).filter(({ distributionId }) => !ids.has(distributionId)),
  );
  const sources: Source[] = [];
  for (const coming of asked) sources.push(await sourceOf(ports, journal, coming, now));
  return sources;
}

/** Distributions that may have hosts of a declared `TakeOver`. */
function candidates(
  { DistributionId: id, Hosts }: TakeOver,
  place: number,
  open: readonly string[],
  holders: ReadonlyMap<string, string>,
): Coming[] {
  const hosts = open.filter((host) => (Hosts ?? [host]).includes(host));
  if (hosts.length === 0) return [];
  if (id !== undefined) return [{ place, distributionId: id, hosts }];
  const found = new Set(hosts.flatMap((host) => holders.get(host) ?? []));
  return [...found].map((distributionId) => ({
    place,
    distributionId,
    hosts: hosts.filter((host) => holders.get(host) === distributionId),
  }));
}

/** With those of the hosts alone that it has. */
async function sourceOf(
  ports: SitePorts,
  journal: SiteJournal,
  asked: Coming,
  now: Instant,
): Promise<Source> {
  const { domain } = migrationsIn(ports);
  const own = journal.declared.Distribution?.Id;
  const target = { ...NOT_MADE, ...(own !== undefined && { id: own }) };
  const inner = (coming: Coming) => migrationOfHosts(journal, coming, target, 0, now);
  const { cloudFront } = ports.moves(inner(asked).migration);
  const source = await cloudFront.source.findDistribution(asked.distributionId);
  const hosts = asked.hosts.filter((host) => source?.aliases.includes(host));
  const coming = { ...asked, hosts };
  const migration = inner(coming);
  return {
    coming,
    journal: migration,
    seen: hosts.length === 0 ? { looks: new Set(), source } : await domain.observe(migration),
  };
}
