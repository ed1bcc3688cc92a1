import { createHash } from 'node:crypto';
import { Failure, type JournalStore } from '@cutover/handler-kit';
import { bypassRecords, endsOf } from './bypass';
import { semaphoreName, validationName } from './dns/semaphore';
import { follow } from './dns/trail';
import type { Before, Journal, Phase } from './journal';
import { lockedNames } from './locked-names';
import { lookAtLocks } from './locks';
import { transitOf } from './names';
import type { Keeper, NameAnswers, NameViewers, Observed } from './observed';
import { type Look, phases } from './phases';
import type { AliasHolder, CloudFrontPort, Distribution, Ports, RecordSet, ViewerQuery, Zone } from './port';
import { lookAtProof } from './proof/look';
import { redirected } from './records';
import { seek } from './sought';
import { choose, wayOf } from './strategies';
import { namesSoFar } from './waves';

const VIEWER_TIMEOUT_MS = 5000;

type Part = Omit<Observed, 'looks'>;

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
  canary: async ({ viewer }, journal, { target }) => {
    const hosts = transitOf(journal.migration, journal.migration.aliases).map((wildcard) =>
      canaryUnder(wildcard, journal.migrationId),
    );
    return { viewers: await askAll(viewer.request, hosts, () => target?.domainName, journal) };
  },
  names: async ({ viewer }, journal) => ({
    viewers: await askAll(viewer.request, namesSoFar(journal), (alias) => alias, journal),
  }),
  edges: async ({ viewer }, journal, { target }) => ({
    viewers: await askAll(viewer.request, namesSoFar(journal), () => target?.domainName, journal),
  }),
  bypass: async ({ viewer }, journal) => {
    const { migration } = journal;
    const asks = bypassRecords(migration, migration.aliases).flatMap((record) =>
      // IPv4 alone is asked, as everywhere.
      record.type === 'AAAA' ? [] : endsOf(record).map((via) => ({ host: record.name, via })),
    );
    const found = asks.map(({ host, via }) => askAll(viewer.request, [host], () => via, journal));
    return { bypass: (await Promise.all(found)).flat() };
  },
  detour: async (ports, journal) => (wayOf(journal).passesBy ? authority(ports, journal) : {}),
  locks: async ({ parameters }, journal, _seen, store) => ({
    locks: await lookAtLocks(parameters, lockedNames(journal), (holder) => isStale(store, journal, holder)),
  }),
};

async function ends({ cloudFront }: Ports, { migration }: Journal): Promise<Part> {
  const target = await cloudFront.target.findDistribution(migration.target.distributionId);
  if (migration.source.distributionId !== '')
    return { target, source: await cloudFront.source.findDistribution(migration.source.distributionId) };
  if (!target) return {};
  const port = cloudFront.target;
  const sought = await seek(port, migration, target, (name) => conflictsIfTold(port, name, target.id));
  const id = sought.distributionId;
  return { target, sought, source: id === undefined ? undefined : await port.findDistribution(id) };
}

/** A zone that was deleted has no records; a run must be able to go back without it. */
async function ifZoneIsThere<R>(records: Promise<R[]>): Promise<R[]> {
  try {
    return await records;
  } catch (error) {
    if (error instanceof Failure && error.failure === 'Absent') return [];
    throw error;
  }
}

/** Whom to ask about: names that are not on the source, and the transit wildcards. */
async function holders(
  { cloudFront }: Ports,
  journal: Journal,
  seen: Part,
  store: JournalStore<Journal>,
): Promise<Part> {
  const { migration } = journal;
  const { source, target } = seen;
  if (!target || !source) return { holders: [] };
  // CloudFront answers only for a distribution whose certificate covers the name; the target may have none yet.
  const [port, asking] =
    target.certificate.kind === 'default' ? [cloudFront.source, source] : [cloudFront.target, target];
  const strangers = migration.aliases.filter((alias) => !source.aliases.includes(alias));
  const wildcards = choose({ migration, observed: seen }).way.wildcards(migration);
  const found: AliasHolder[] = [];
  for (const domain of [...strangers, ...wildcards])
    found.push(...(await conflictsIfTold(port, domain, asking.id)));
  return { holders: found, keepers: await keepersOf(store, journal, target) };
}

/** Journals are read only where a name is on the target already: the locks of finished migrations are gone. */
async function keepersOf(
  store: JournalStore<Journal>,
  { migrationId, migration }: Journal,
  target: Distribution,
): Promise<Keeper[]> {
  const there = migration.aliases.filter((alias) => target.aliases.includes(alias));
  const ids = there.length === 0 ? [] : (await store.list()).filter((id) => id !== migrationId);
  const others = await Promise.all(ids.map((id) => store.read(id)));
  return others.flatMap((other) =>
    other?.phase === 'DONE' && other.migration.target.distributionId === target.id
      ? there
          .filter((alias) => other.migration.aliases.includes(alias))
          .map((alias) => ({ alias, migrationId: other.migrationId }))
      : [],
  );
}

/** Who holds a name is good to know but not needed: CloudFront itself refuses a name that is taken. */
async function conflictsIfTold(
  port: CloudFrontPort,
  domain: string,
  askingId: string,
): Promise<AliasHolder[]> {
  try {
    return await port.findConflicts(domain, askingId);
  } catch (error) {
    if (error instanceof Failure && ['CertificateRefused', 'Refused', 'Denied'].includes(error.failure))
      return [];
    throw error;
  }
}

async function authority({ dns }: Ports, journal: Journal): Promise<Part> {
  const { migration, before, records } = journal;
  if (migration.externalDns)
    return {
      trails: await Promise.all(migration.aliases.map((alias) => follow(dns, alias, 'A'))),
      validations: before?.semaphoreZone
        ? await Promise.all(migration.aliases.map((alias) => follow(dns, validationName(alias), 'TXT')))
        : [],
    };
  if (!migration.dns || !before) return { isPublished: true, authority: [] };
  const isPublished = records?.changeId === undefined || (await dns.isPublished(records.changeId));
  const zone = isPublished ? await dns.findZone(migration.dns.hostedZoneId) : undefined;
  return {
    isPublished,
    authority: zone ? await askAuthority({ dns }, zone, recordsUnderWay(journal, before)) : [],
  };
}

/** The sets that the change under way asks for. */
function recordsUnderWay({ migration, records }: Journal, before: Before): readonly RecordSet[] {
  const { to = 'target', names = migration.aliases } = records ?? {};
  if (to === 'bypass') return bypassRecords(migration, names);
  const sets = before.records.filter(({ name }) => names.includes(name));
  return to === 'source' ? sets : sets.map((record) => redirected(record, before.target));
}

async function askAuthority(
  { dns }: Pick<Ports, 'dns'>,
  zone: Zone,
  records: readonly NameAnswers['record'][],
): Promise<NameAnswers[]> {
  // An ALIAS shows addresses only, the same for every distribution.
  const telling = records.filter(({ type, aliasTarget }) => !aliasTarget && type !== 'HTTPS');
  return Promise.all(
    telling.map(async (record) => ({
      record,
      answers: await dns.askAuthority(zone, record.name, record.type),
    })),
  );
}

/** Asks every host once, and a second time where an answer looks broken. */
async function askAll(
  request: (query: ViewerQuery) => ReturnType<Ports['viewer']['request']>,
  hosts: readonly string[],
  via: (host: string) => string | undefined,
  { migration }: Journal,
): Promise<NameViewers[]> {
  const ask = (host: string) =>
    request({
      via: via(host) ?? host,
      host,
      path: migration.verification.path,
      timeoutMs: VIEWER_TIMEOUT_MS,
    });
  return Promise.all(
    hosts.map(async (host) => {
      const first = await ask(host);
      const isFine =
        first.length > 0 && first.every((answer) => answer.kind === 'answered' && answer.status < 400);
      return { host, asks: isFine ? [first] : [first, await ask(host)] };
    }),
  );
}

const arnOf = (target: Distribution | undefined): string | undefined =>
  target?.certificate.kind === 'acm' ? target.certificate.arn : undefined;

/** A name that nobody uses, the same in every turn of one migration. */
export const canaryUnder = (wildcard: string, migrationId: string): string =>
  `cutover-canary-${createHash('sha256').update(migrationId).digest('hex').slice(0, 8)}${wildcard.slice(1)}`;

const ENDED: readonly Phase[] = ['PLANNED', 'AWAITING_DNS', 'DONE', 'HALTED', 'RESTORED'];

/** A journal is saved before its locks are taken, so a holder without one is gone. */
export async function isStale(
  store: JournalStore<Journal>,
  journal: Journal,
  holder: string,
): Promise<boolean> {
  if (holder === journal.migrationId) return false;
  const other = await store.read(holder);
  return other === undefined || ENDED.includes(other.phase);
}
