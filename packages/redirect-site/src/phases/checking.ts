import { covers, enumerate, zoneOf } from '../hosts/names';
import { dealt, HOSTS_PER_DISTRIBUTION } from '../hosts/slots';
import { codeOf } from '../items/content';
import type { Generation, Move, SiteJournal, Zone } from '../journal';
import { hostsOfMove, isDone, takeOverOf } from '../moves/moves';
import { mistakeOfTakeOver } from '../moves/sources';
import type { Observed } from '../observed';
import { learn, type Outcome, type Rule, refuse, type Scene, to } from './phase';

/** CHECKING: everything that can be known before anything is touched; what is wrong is refused here. */
export const checking: Rule = {
  looks: ['rules', 'zones', 'storeState', 'function', 'distributions', 'certificates', 'records', 'sources'],
  budgetMinutes: 60,
  decide: (scene) => {
    const { journal, observed } = scene;
    const { examined, zones } = observed;
    if (examined?.kind !== 'sound') return refuse(examined?.message ?? 'The rules could not be read.');
    if (zones && zones.missing.length > 0)
      return refuse(`HostedZones: there is no zone ${enumerate(zones.missing)} in this account.`, 'NotFound');
    const doubt = resolved(scene);
    if (doubt) return doubt;
    const why =
      mistakeOfCertificate(journal, observed, examined.hosts) ??
      mistakeOfDistribution(journal, observed, examined.hosts) ??
      mistakeOfRecords(observed, zones?.found ?? [], examined.hosts) ??
      mistakeOfTakeOver(journal, observed.sources ?? [], examined.hosts, zones?.found ?? [], scene.now);
    if (why !== undefined) return refuse(why);
    return begin(scene, examined.generation, examined.hosts);
  },
};

/** A run that was given up in its publish: what LIVE has tells whether it came so far. */
function resolved({ journal, observed }: Scene): Outcome | undefined {
  const { doubt, live } = journal;
  if (!doubt) return undefined;
  const wasPublished = doubt.number !== live?.number && observed.live?.code === codeOf(doubt.number);
  return learn({ doubt: undefined, ...(wasPublished && { live: doubt, former: live }) });
}

function begin({ journal, observed }: Scene, checked: Generation, hosts: readonly string[]): Outcome {
  const { live } = journal;
  const isServed =
    live !== undefined &&
    journal.former === undefined &&
    journal.items?.state === 'live' &&
    journal.items.etag === observed.itemsEtag &&
    live.contentDigest === checked.contentDigest &&
    observed.live?.code === codeOf(live.number);
  const slots = dealt(journal, hosts, journal.declared);
  const note: Partial<SiteJournal> = {
    earlier: undefined,
    zones: observed.zones?.found ?? [],
    slotsBefore: journal.slots,
    ...slots,
    ...comingHosts(journal, observed),
    slots: slots.slots.map((slot) => ({ ...slot, before: slot.before ?? beforeUs(journal, observed) })),
    testing: undefined,
  };
  if (!isServed) return to('STORE', { ...note, next: checked, lastGeneration: checked.number });
  const { number, itemsDigest, hostGenerations, maxUtilization } = live;
  return to('CERTIFICATE', {
    ...note,
    next: { ...checked, number, itemsDigest, hostGenerations, maxUtilization },
  });
}

/** Hosts that others serve now; a move of one of them is history. What becomes of the others is as declared now. */
function comingHosts({ moves, declared }: SiteJournal, { sources = [] }: Observed) {
  const coming = sources.map((source) => source.coming).filter(({ hosts }) => hosts.length > 0);
  const away = coming.flatMap(({ hosts }) => hosts);
  return {
    coming,
    moves: moves
      .filter((move) => !isDone(move) || !hostsOfMove(move).every((host) => away.includes(host)))
      .map((move) => ({ ...move, keeps: keepsOf(move, declared) })),
  };
}

function keepsOf(move: Move, declared: SiteJournal['declared']): boolean {
  const { source } = move.journal.migration;
  const told = hostsOfMove(move).flatMap((host) => takeOverOf(declared, host, source.distributionId) ?? []);
  return told.length === 0 ? move.keeps : told.some((each) => each.DeletionBehavior === 'KEEP');
}

/** What somebody's own distribution had when we came. */
function beforeUs({ declared, slots }: SiteJournal, { distributions }: Observed) {
  const distribution = declared.Distribution && slots.length === 0 ? distributions?.get(1) : undefined;
  return distribution && { aliases: distribution.aliases, certificateArn: distribution.certificateArn };
}

function mistakeOfCertificate(
  { declared: { CertificateArn: arn } }: SiteJournal,
  { certificates }: Observed,
  hosts: readonly string[],
): string | undefined {
  if (arn === undefined) return undefined;
  const certificate = certificates?.get(arn);
  if (certificate?.status !== 'ISSUED')
    return `CertificateArn: ${arn} is ${certificate?.status ?? 'not there'}. Name one of ACM in us-east-1 that is issued.`;
  const open = hosts.filter((host) => !covers(certificate.names, host));
  return open.length === 0
    ? undefined
    : `CertificateArn: the certificate does not cover ${enumerate(open)}. Name one that does, or leave it out: one is requested.`;
}

function mistakeOfDistribution(
  { declared, slots }: SiteJournal,
  { distributions, live }: Observed,
  hosts: readonly string[],
): string | undefined {
  const id = declared.Distribution?.Id;
  if (id === undefined) return undefined;
  const distribution = distributions?.get(1);
  if (!distribution) return `Distribution.Id: there is no distribution ${id} in this account.`;
  const { functionArn, aliases } = distribution;
  if (functionArn !== undefined && functionArn !== live?.arn)
    return `Distribution.Id: the default behavior of ${id} runs ${functionArn} on viewer-request, and CloudFront takes one function there. Take it off, or leave Distribution out.`;
  const mine = slots[0]?.hosts ?? [];
  const others = aliases.filter((alias) => !mine.includes(alias) && !hosts.includes(alias));
  return others.length + hosts.length <= HOSTS_PER_DISTRIBUTION
    ? undefined
    : `Sites: ${hosts.length} hosts and the ${others.length} aliases of ${id} are more than the ${HOSTS_PER_DISTRIBUTION} that a distribution takes. Leave Distribution out.`;
}

/** Weighted, latency and the like: which of them should lead to us is not ours to say. */
function mistakeOfRecords(
  { records }: Observed,
  zones: readonly Zone[],
  hosts: readonly string[],
): string | undefined {
  for (const host of hosts) {
    const zone = zoneOf(host, zones);
    const there = (zone && records?.get(zone.id)) ?? [];
    const routed = there.find((record) => record.name === host && record.setIdentifier !== undefined);
    if (routed)
      return `HostedZones: ${host} has a ${routed.type} record set with a routing policy (${routed.setIdentifier}) in zone ${zone?.name}. Make it a simple one, or leave the zone out and lead the name here yourself.`;
  }
  return undefined;
}
