import { createHash } from 'node:crypto';
import { isCrossAccount, wildcardsOver } from '@cutover/alias-migration';
import { minutesToMs } from '@cutover/ground';
import { tagsOf } from '../declaration';
import { covers, enumerate, zoneOf } from '../hosts/names';
import { isKeptOut, withSlot } from '../hosts/slots';
import type { CertificateRequest, KeptOut, SiteJournal, Slot } from '../journal';
import { isForeign } from '../moves/migration';
import { hostsOfMove } from '../moves/moves';
import type { SiteCertificate, Validation } from '../port';
import { act, back, learn, type Outcome, type Rule, type Scene, to, wait } from './phase';
import { validate } from './validation';

/** ACM looks for the record every few minutes at first; a person may have to be asked to make it. */
const PATIENCE_MINUTES = 30;
/** For hosts that an earlier run has told the record of: it is there, or will not be in time. */
const LATE_PATIENCE_MINUTES = 10;

/** CERTIFICATE: each distribution has one that covers its hosts; a name that does not validate is kept out. */
export const certificate: Rule = {
  looks: ['distributions', 'certificates', 'issuers', 'records'],
  budgetMinutes: 240,
  decide: (scene) => {
    for (const slot of scene.journal.slots) {
      const outcome = certify(scene, slot);
      if (outcome) return outcome;
    }
    return to('GIVING_BACK');
  },
};

/** Undefined where the slot has what it needs. */
function certify(scene: Scene, slot: Slot): Outcome | undefined {
  const { journal, observed } = scene;
  const { CertificateArn: given } = journal.declared;
  if (given !== undefined)
    return slot.certificateArn === given && slot.isGiven
      ? undefined
      : learn(withSlot(journal, slot.n, { ...attached(slot, given), isGiven: true }));
  const names = namesFor(scene, slot);
  if (names.length === 0) return undefined;
  if (slot.request) return pursue(scene, slot, slot.request);
  const current = slot.certificateArn ?? observed.distributions?.get(slot.n)?.certificateArn;
  // One that is given no more may be gone tomorrow.
  const isOurs = current !== undefined && !slot.isGiven;
  const there = isOurs ? observed.certificates?.get(current) : undefined;
  if (there?.status === 'ISSUED' && names.every((name) => covers(there.names, name)))
    return slot.certificateArn === there.arn
      ? undefined
      : learn(withSlot(journal, slot.n, { certificateArn: there.arn }));
  const forbidden = names.filter((name) => isForbidden(observed.issuers?.get(name) ?? []));
  if (forbidden.length > 0) return learn(withSlot(journal, slot.n, withoutForbidden(slot, forbidden)));
  const attempt = attemptsOf(slot) + 1;
  return ask(scene, slot, { attempt, names, since: scene.now });
}

/** Of which ACM wants one, where there are CAA records ("Configure a CAA record"). */
const AMAZON = ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com'];

const isForbidden = (issuers: readonly string[]): boolean =>
  issuers.length > 0 && !issuers.some((issuer) => AMAZON.includes(issuer));

/** A certificate with such a name would fail for all of its names. */
const withoutForbidden = (slot: Slot, hosts: readonly string[]): Partial<Slot> => ({
  keptOut: [
    ...slot.keptOut,
    ...hosts.map((host): KeptOut => {
      const isWildcard = host.startsWith('*.');
      const value = `0 ${isWildcard ? 'issuewild' : 'issue'} "${AMAZON[0]}"`;
      return { host, state: 'AWAITING_DNS', record: { name: host.replace(/^\*\./, ''), value, type: 'CAA' } };
    }),
  ],
});

/** Aliases of somebody's own distribution need the certificate too: it can have only one. */
function namesFor({ journal, observed }: Scene, slot: Slot): string[] {
  const hosts = withTransit(
    journal,
    slot.hosts.filter((host) => !isKeptOut(slot, host)),
  );
  if (!slot.before || hosts.length === 0) return hosts;
  const aliases = observed.distributions?.get(slot.n)?.aliases ?? [];
  const others = aliases.filter((alias) => ![...slot.hosts, ...slot.leaving].includes(alias));
  return [...others, ...hosts];
}

/** A host that comes from another account passes through a wildcard, and so it does when it goes back. */
function withTransit({ coming, declared, moves }: SiteJournal, hosts: readonly string[]): string[] {
  const foreign = [
    ...coming.filter(({ place }) => isForeign(declared.TakeOver?.[place])).flatMap((each) => each.hosts),
    ...moves.filter(({ journal }) => isCrossAccount(journal.migration)).flatMap(hostsOfMove),
  ];
  return [...new Set([...hosts, ...wildcardsOver(hosts.filter((host) => foreign.includes(host)))])];
}

const attemptsOf = (slot: Slot): number => slot.request?.attempt ?? slot.spentCertificates.length;

function ask({ journal }: Scene, slot: Slot, request: CertificateRequest): Outcome {
  const { names } = request;
  return act(
    {
      kind: 'requestCertificate',
      n: slot.n,
      names,
      token: tokenOf(journal, slot, request),
      tags: tagsOf(journal.declared),
    },
    `Requesting a certificate for ${enumerate(names)}.`,
    { note: withSlot(journal, slot.n, { request }) },
  );
}

/** ACM takes 32 letters and digits, and answers the same token with the same certificate for an hour. */
export const tokenOf = (
  { siteId }: Pick<SiteJournal, 'siteId'>,
  { n }: Pick<Slot, 'n'>,
  { attempt, names, since }: CertificateRequest,
): string =>
  createHash('sha256')
    .update(JSON.stringify([siteId, n, attempt, since, names]))
    .digest('hex')
    .slice(0, 32);

function pursue(scene: Scene, slot: Slot, request: CertificateRequest): Outcome {
  const { journal, observed, now } = scene;
  if (request.arn === undefined) return ask(scene, slot, request);
  const there = observed.certificates?.get(request.arn);
  if (!there) return wait(`ACM to show the certificate of ${enumerate(request.names)}`, 10);
  if (there.status === 'ISSUED') return learn(withSlot(journal, slot.n, attached(slot, there.arn)));
  const open = there.validations.filter(({ status }) => status !== 'SUCCESS');
  const refused = open.filter(({ status }) => status === 'FAILED');
  if (there.status !== 'PENDING_VALIDATION')
    return keepOut(scene, slot, there, refused.length > 0 ? refused : open);
  if (there.validations.some(({ record }) => record === undefined))
    return wait('ACM to say how the names are validated', 5);
  const records = validate(scene, there);
  if (records) return records;
  const isLate = open.length > 0 && open.every(({ name }) => slot.late.includes(name));
  const minutes = isLate ? LATE_PATIENCE_MINUTES : PATIENCE_MINUTES;
  if (now > request.since + minutesToMs(minutes)) return keepOut(scene, slot, there, open);
  return wait(`ACM to validate ${enumerate(open.map(({ name }) => name))}`, 20);
}

/** The certificate of the request, with what it replaces set aside. */
function attached(slot: Slot, arn: string): Partial<Slot> {
  const { certificateArn: before, spentCertificates: spent } = slot;
  const wasTheirs =
    slot.isGiven || before === undefined || before === arn || before === slot.before?.certificateArn;
  return {
    certificateArn: arn,
    isGiven: undefined,
    request: undefined,
    spentCertificates: wasTheirs ? spent : [...spent, before],
  };
}

/** The others shall not wait for these: a certificate is issued when all its names are validated, or never. */
function keepOut(scene: Scene, slot: Slot, there: SiteCertificate, open: readonly Validation[]): Outcome {
  const { journal } = scene;
  const transit = open.find(({ name }) => isTransit(journal, slot, name));
  if (transit)
    return back(
      `TakeOver: hosts come from another account through ${transit.name}, which the certificate needs too, and ACM could not validate it. Give its zone in HostedZones, or leave these hosts out.`,
      'NotStabilized',
    );
  const foreign = open.find(({ name }) => !slot.hosts.includes(name));
  if (foreign)
    return back(
      `Distribution.Id: its alias ${foreign.name} needs the new certificate too, and ACM could not validate it. Name a CertificateArn that covers all, or leave Distribution out.`,
      'NotStabilized',
    );
  const keptOut = [...slot.keptOut, ...open.map((each) => keptOutOf(journal, each))];
  const spentCertificates = [...slot.spentCertificates, there.arn];
  const isWhole = open.length === 0;
  if (isWhole)
    return back(
      `ACM gave no certificate for ${enumerate(there.names)}: ${there.failureReason ?? there.status}.`,
    );
  return learn(withSlot(journal, slot.n, { keptOut, spentCertificates, request: undefined }));
}

const isTransit = (journal: SiteJournal, { hosts }: Slot, name: string): boolean =>
  !hosts.includes(name) && withTransit(journal, hosts).includes(name);

const keptOutOf = ({ zones }: SiteJournal, { name: host, record }: Validation): KeptOut => ({
  host,
  // Where the site could write the record itself, only ACM is missing.
  state: zoneOf(host, zones) ? 'AWAITING_CERTIFICATE' : 'AWAITING_DNS',
  record,
});
