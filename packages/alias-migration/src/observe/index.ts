import { Failure, type JournalStore } from '@cutover/handler-kit';
import { semaphoreName } from '../dns/semaphore';
import type { Journal } from '../journal';
import { lockedNames } from '../locked-names';
import { lookAtLocks } from '../locks';
import type { Observed, Part } from '../observed';
import { type Look, phases } from '../phases';
import type { Distribution, Ports } from '../port';
import { lookAtProof } from '../proof/look';
import { wayOf } from '../strategies';
import { authority } from './authority';
import { ends } from './ends';
import { holders } from './holders';
import { bypass, canary, edges, names } from './viewers';

/** Looks at what the journal's phase needs, and at nothing else. Reads only; may be called at any time. */
export async function observe(
  ports: Ports,
  store: JournalStore<Journal>,
  journal: Journal,
): Promise<Observed> {
  const looks = phases[journal.phase].looks;
  let seen: Part = {};
  for (const look of looks) seen = { ...seen, ...(await lookers[look](ports, journal, seen, store)) };
  return { ...seen, looks: new Set(looks) };
}

type Looker = (ports: Ports, journal: Journal, seen: Part, store: JournalStore<Journal>) => Promise<Part>;

const lookers: Readonly<Record<Look, Looker>> = {
  ends,
  certificate: async ({ certificates }, { migration }, { target }) => {
    const arn = migration.target.certificateArn ?? arnOf(target);
    return { certificate: arn ? await certificates.findCertificate(arn) : undefined };
  },
  alarms: async ({ alarms }, { migration }) => ({
    alarms: await alarms.findAlarms(migration.verification.alarmArns ?? []),
  }),
  zone: async ({ dns }, { migration: { dns: ours, externalDns } }) => ({
    zone: ours ? await dns.findZone(ours.hostedZoneId) : undefined,
    semaphoreZone: externalDns?.semaphore && (await dns.findZone(externalDns.semaphore.hostedZoneId)),
  }),
  semaphore: async ({ dns }, { migration: { aliases, externalDns }, before }, { semaphoreZone }) => {
    const zone = before?.semaphoreZone ?? semaphoreZone?.name;
    if (!externalDns?.semaphore || zone === undefined) return { semaphore: [] };
    const names = aliases.map((alias) => semaphoreName(alias, zone));
    return { semaphore: await ifZoneIsThere(dns.findTexts(externalDns.semaphore.hostedZoneId, names)) };
  },
  records: async ({ dns }, { migration }) => ({
    records: migration.dns
      ? await ifZoneIsThere(dns.findRecords(migration.dns.hostedZoneId, migration.aliases))
      : [],
  }),
  holders,
  proof: async (ports, journal) => ({ proof: await lookAtProof(ports, journal) }),
  authority,
  canary,
  names,
  edges,
  bypass,
  detour: async (ports, journal) => (wayOf(journal).passesBy ? authority(ports, journal) : {}),
  locks: async ({ parameters }, journal, _seen, store) => ({
    locks: await lookAtLocks(parameters, store, lockedNames(journal), journal.migrationId),
  }),
};

/** A zone that was deleted has no records; a run must be able to go back without it. */
async function ifZoneIsThere<R>(records: Promise<R[]>): Promise<R[]> {
  try {
    return await records;
  } catch (error) {
    if (error instanceof Failure && error.failure === 'Absent') return [];
    throw error;
  }
}

const arnOf = (target: Distribution | undefined): string | undefined =>
  target?.certificate.kind === 'acm' ? target.certificate.arn : undefined;
