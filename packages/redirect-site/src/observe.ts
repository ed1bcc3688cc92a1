import type { Instant } from '@cutover/ground';
import { Failure } from '@cutover/handler-kit';
import { covers, zoneOf } from './hosts/names';
import { isKeptOut } from './hosts/slots';
import { lookAtItems } from './items/look';
import { callerReferenceOf, nameOf, type SiteJournal, type Zone } from './journal';
import { lookAtMove, lookAtSources } from './moves/look';
import type { Look, Observed } from './observed';
import { phases } from './phases';
import { taggedArns } from './phases/tagging';
import type { SiteCertificate, SiteDistribution, SitePorts, Tags } from './port';
import type { ResourceRecord } from './record';
import { examine } from './rules/examine';
import { edgeTests } from './rules/tests';
import type { Workbench } from './rules/workbench';
import type { SiteTools } from './tools';

type Part = Omit<Observed, 'looks'>;

interface Place {
  readonly ports: SitePorts;
  readonly tools: SiteTools;
  readonly bench: Workbench;
  readonly journal: SiteJournal;
  readonly seen: Part;
  readonly now: Instant;
}

/** Looks at what the journal's phase needs, and at nothing else. Reads only; may be called at any time. */
export async function observe(
  ports: SitePorts,
  tools: SiteTools,
  bench: Workbench,
  journal: SiteJournal,
): Promise<Observed> {
  const { looks } = phases[journal.phase];
  const now = tools.clock.now();
  let seen: Part = {};
  for (const look of looks)
    seen = { ...seen, ...(await lookers[look]({ ports, tools, bench, journal, seen, now })) };
  return { ...seen, looks: new Set(looks) };
}

const lookers: Readonly<Record<Look, (place: Place) => Promise<Part>>> = {
  rules: async ({ bench, tools, journal, now }) => ({ examined: await examine(bench, tools, journal, now) }),
  zones,
  store: async ({ ports, journal }) => ({ store: await ports.stores.find(nameOf(journal.siteId)) }),
  storeState: async ({ ports, journal: { siteId, storeArn } }) => {
    const isThere = storeArn !== undefined && (await ports.stores.find(nameOf(siteId))) !== undefined;
    return isThere ? { itemsEtag: (await ports.stores.describe(storeArn)).etag } : {};
  },
  items: async ({ ports, bench, journal, seen }) =>
    // Until every edge runs the live generation nothing is written, and large sets take seconds to compile.
    journal.storeArn === undefined ||
    ((journal.former || journal.phase === 'SWEEPING') && seen.live?.status === 'IN_PROGRESS')
      ? {}
      : { items: await lookAtItems(ports.stores, bench, journal, journal.storeArn) },
  function: async ({ ports, journal }) => ({
    development: await ports.functions.find(nameOf(journal.siteId), 'DEVELOPMENT'),
    live: await ports.functions.find(nameOf(journal.siteId), 'LIVE'),
  }),
  edgeTests: async ({ bench, journal: { next }, now }) => {
    if (!next) return { edgeTests: [] };
    const loaded = await bench.load(next.declared);
    return loaded.kind === 'rules' && loaded.digest === next.rulesDigest
      ? { edgeTests: edgeTests(loaded.served(next.number), next.declared.TestAtEdge ?? 'PerRule', now) }
      : {};
  },
  distributions,
  certificates,
  tags,
  issuers,
  records,
  sources: async ({ ports, journal, seen, now }) => {
    const hosts = seen.examined?.kind === 'sound' ? seen.examined.hosts : [];
    const within = { ...journal, zones: seen.zones?.found ?? journal.zones };
    return { sources: await lookAtSources(ports, within, hosts, seen.distributions ?? new Map(), now) };
  },
  holders: async ({ ports, journal: { slots, trouble } }) =>
    trouble?.failure === 'AliasHeld'
      ? { holders: await ports.distributions.findHolders(slots.flatMap(({ hosts }) => hosts)) }
      : {},
  move: async ({ ports, bench, journal, now }) => ({ move: await lookAtMove(ports, bench, journal, now) }),
  change: async ({ ports, journal: { changeId } }) => ({
    isPublished: changeId === undefined || (await ports.dns.isPublished(changeId)),
  }),
};

async function zones({ ports, journal }: Place): Promise<Part> {
  const found: Zone[] = [];
  const missing: string[] = [];
  for (const { Id: id } of journal.declared.HostedZones ?? []) {
    const name = await ports.dns.findZone(id);
    if (name === undefined) missing.push(id);
    else found.push({ id, name });
  }
  return { zones: { found, missing } };
}

/** Those that a killed create has made are found by their caller reference. */
async function distributions({ ports, journal }: Place): Promise<Part> {
  const found = new Map<number, SiteDistribution>();
  const declaredId = journal.phase === 'CHECKING' ? journal.declared.Distribution?.Id : undefined;
  if (declaredId !== undefined && journal.slots.length === 0) {
    const distribution = await ports.distributions.find(declaredId);
    if (distribution) found.set(1, distribution);
  }
  for (const slot of journal.slots) {
    const distribution =
      slot.distributionId === undefined
        ? await ports.distributions.findMade(callerReferenceOf(journal.siteId, slot))
        : await ports.distributions.find(slot.distributionId);
    if (distribution) found.set(slot.n, distribution);
  }
  return { distributions: found };
}

async function certificates({ ports, journal, seen }: Place): Promise<Part> {
  const { slots, slotsBefore = [], declared } = journal;
  const arns = [...slots, ...slotsBefore].flatMap((slot) => [
    slot.certificateArn,
    slot.request?.arn,
    ...slot.spentCertificates,
  ]);
  const attached = Array.from(seen.distributions?.values() ?? [], (each) => each.certificateArn);
  const found = new Map<string, SiteCertificate>();
  for (const arn of new Set([declared.CertificateArn, ...arns, ...attached])) {
    const certificate = arn === undefined ? undefined : await ports.certificates.find(arn);
    if (certificate) found.set(certificate.arn, certificate);
  }
  return { certificates: found };
}

async function tags({ ports, journal, seen }: Place): Promise<Part> {
  if (journal.tagKeys === undefined) return {};
  const found = new Map<string, Tags>();
  for (const arn of taggedArns(journal, seen.distributions)) {
    const there = await ports.tags.find(arn);
    if (there) found.set(arn, there);
  }
  return { tags: found };
}

/** Of hosts for which a certificate is about to be requested. */
async function issuers({ ports, journal, seen }: Place): Promise<Part> {
  const found = new Map<string, readonly string[]>();
  for (const slot of journal.declared.CertificateArn === undefined ? journal.slots : []) {
    if (slot.request) continue;
    const ours = slot.isGiven ? undefined : seen.certificates?.get(slot.certificateArn ?? '');
    const there = ours?.names ?? [];
    for (const host of slot.hosts.filter((each) => !isKeptOut(slot, each) && !covers(there, each)))
      found.set(host, await issuersIfTold(ports, host));
  }
  return { issuers: found };
}

/** A name server that does not answer shall not keep the others waiting: ACM will see for itself. */
async function issuersIfTold({ dns }: SitePorts, host: string): Promise<readonly string[]> {
  try {
    return await dns.findIssuers(host);
  } catch (error) {
    if (error instanceof Failure && error.failure === 'Unreachable') return [];
    throw error;
  }
}

/** In the zones that were given: what leads hosts somewhere, and what validates them. */
async function records({ ports, journal, seen }: Place): Promise<Part> {
  const known = seen.zones?.found ?? journal.zones;
  const hosts = seen.examined?.kind === 'sound' ? seen.examined.hosts : [];
  const validations = Array.from(seen.certificates?.values() ?? [])
    .flatMap((certificate) => certificate.validations)
    .flatMap((validation) => validation.record?.name ?? []);
  const names = new Set([
    ...hosts,
    ...journal.slots.flatMap((slot) => [...slot.hosts, ...slot.leaving]),
    ...journal.validations.map(({ name }) => name),
    ...validations,
  ]);
  const found = new Map<string, readonly ResourceRecord[]>();
  for (const zone of known) {
    const here = [...names].filter((name) => zoneOf(name, known)?.id === zone.id);
    if (here.length > 0) found.set(zone.id, await ports.dns.findRecords(zone.id, here));
  }
  return { records: found };
}
