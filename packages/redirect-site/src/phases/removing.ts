import { enumerate } from '../hosts/names';
import { withSlot } from '../hosts/slots';
import { nameOf, type Slot } from '../journal';
import { hostsOfMove } from '../moves/moves';
import type { SiteDistribution, SiteDistributionEdit } from '../port';
import { tokenOf } from './certificate';
import { certificatesToRemove, removeCertificate } from './certificates';
import { giveBack } from './giving-back';
import {
  act,
  DEPLOYMENT_POLL_SECONDS,
  LOOKS_TO_BELIEVE,
  learn,
  type Outcome,
  type Rule,
  type Scene,
  to,
  wait,
} from './phase';
import { changeRecords } from './records';
import { retire } from './trimming';
import { validationRecord } from './validation';

/**
 * REMOVING: everything of the site goes, what leads to it first, and what was there before it comes back. Decided from
 * what is seen, so a delete goes on from wherever a run has come.
 */
export const removing: Rule = {
  looks: ['store', 'function', 'distributions', 'certificates', 'records', 'change', 'move'],
  budgetMinutes: 24 * 60,
  patientWith: ['InUse', 'Absent', 'Stale'],
  decide: (scene) =>
    adopt(scene) ??
    recordsAway(scene) ??
    giveBack(scene, hostsOfMove) ??
    distributionsAway(scene) ??
    functionAway(scene) ??
    storeAway(scene) ??
    certificatesAway(scene) ??
    validationsAway(scene) ??
    ended(scene),
};

/** What a killed create has made, or a certificate whose answer was lost. */
function adopt({ journal, observed }: Scene): Outcome | undefined {
  for (const slot of journal.slots) {
    const there = observed.distributions?.get(slot.n);
    if (there && (slot.distributionId !== there.id || slot.domainName !== there.domainName))
      return learn(withSlot(journal, slot.n, { distributionId: there.id, domainName: there.domainName }));
    const { request } = slot;
    if (request && request.arn === undefined)
      return act(
        {
          kind: 'requestCertificate',
          n: slot.n,
          names: request.names,
          token: tokenOf(journal, slot, request),
          tags: {},
        },
        'Asking ACM which certificate a lost answer was about.',
      );
  }
  return undefined;
}

function recordsAway(scene: Scene): Outcome | undefined {
  const leave = scene.journal.slots.flatMap(({ hosts, leaving }) => [...hosts, ...leaving]);
  return changeRecords(scene, { serve: new Map(), leave });
}

function distributionsAway({ journal, observed }: Scene): Outcome | undefined {
  for (const slot of journal.slots) {
    const there = observed.distributions?.get(slot.n);
    const outcome = there && (slot.before ? asItWas(slot, there, observed.live?.arn) : retire(there));
    if (outcome) return outcome;
  }
  return undefined;
}

/** Somebody's own distribution is what it was: others may have changed it meanwhile, and that stays. */
function asItWas(slot: Slot, there: SiteDistribution, functionArn: string | undefined): Outcome | undefined {
  const { aliases: had = [], certificateArn: hadCertificate } = slot.before ?? {};
  const ours = [...slot.hosts, ...slot.leaving].filter((host) => !had.includes(host));
  const off = there.aliases.filter((alias) => ours.includes(alias));
  const isOurCertificate =
    there.certificateArn !== undefined &&
    there.certificateArn === slot.certificateArn &&
    there.certificateArn !== hadCertificate;
  const edit: SiteDistributionEdit = {
    ...(off.length > 0 && { aliases: there.aliases.filter((alias) => !off.includes(alias)) }),
    ...(isOurCertificate && { certificateArn: hadCertificate ?? null }),
    ...(functionArn !== undefined && there.functionArn === functionArn && { functionArn: null }),
  };
  if (Object.keys(edit).length > 0)
    return act(
      { kind: 'editDistribution', distributionId: there.id, edit, etag: there.etag },
      `Giving the distribution ${there.id} back as it was${off.length > 0 ? `, without ${enumerate(off)}` : ''}.`,
    );
  return there.deployed ? undefined : wait(`the distribution ${there.id} to deploy`, DEPLOYMENT_POLL_SECONDS);
}

function functionAway({ observed }: Scene): Outcome | undefined {
  const there = observed.development ?? observed.live;
  return (
    there &&
    act(
      { kind: 'removeFunction', name: there.name, etag: there.etag },
      `Removing the function ${there.name}.`,
    )
  );
}

function storeAway({ journal, observed }: Scene): Outcome | undefined {
  const name = nameOf(journal.siteId);
  const { store } = observed;
  if (!store) return undefined;
  return store.status === 'PROVISIONING'
    ? wait(`the key value store ${name} to be made, which must be before it can go`, 10)
    : act({ kind: 'removeStore', name, etag: store.etag }, `Removing the key value store ${name}.`);
}

function certificatesAway({ journal, observed }: Scene): Outcome | undefined {
  for (const arn of certificatesToRemove(journal)) {
    const outcome = removeCertificate(observed.certificates?.get(arn));
    if (outcome) return outcome;
  }
  return undefined;
}

/** Only now: a certificate that is still there may be renewed by them. */
function validationsAway({ journal, observed }: Scene): Outcome | undefined {
  for (const zone of journal.zones) {
    const there = observed.records?.get(zone.id) ?? [];
    const ours = journal.validations
      .filter(({ zoneId }) => zoneId === zone.id)
      .map(validationRecord)
      .filter((record) => there.some((each) => each.name === record.name && each.type === 'CNAME'));
    if (ours.length === 0) continue;
    const batch = { comment: `Redirect site ${journal.siteId} is gone`, upserts: [], deletes: ours };
    return act(
      { kind: 'changeRecords', hostedZoneId: zone.id, batch },
      `Removing ${ours.length} validation records.`,
    );
  }
  return undefined;
}

function ended({ journal }: Scene): Outcome {
  const { looks = 0 } = journal;
  if (looks < LOOKS_TO_BELIEVE - 1) return wait('one more look whether all is gone', 5, { looks: looks + 1 });
  return journal.deleting
    ? { kind: 'done', forget: true, message: 'The site is gone.' }
    : to('FAILED', { live: undefined, slots: [], items: undefined, storeArn: undefined, next: undefined });
}
