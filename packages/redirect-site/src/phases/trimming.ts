import { enumerate } from '../hosts/names';
import { formerRecordsWithout } from '../hosts/records';
import { withSlot } from '../hosts/slots';
import type { Slot } from '../journal';
import type { SiteDistribution } from '../port';
import { act, DEPLOYMENT_POLL_SECONDS, learn, type Outcome, type Rule, type Scene, to, wait } from './phase';

/** TRIMMING: hosts, distributions and certificates that the site has no more use for. */
export const trimming: Rule = {
  looks: ['distributions', 'certificates'],
  budgetMinutes: 240,
  patientWith: ['InUse', 'Absent'],
  decide: (scene) => {
    for (const slot of scene.journal.slots) {
      const outcome = letGo(scene, slot) ?? retireIfEmpty(scene, slot) ?? forgetCertificates(scene, slot);
      if (outcome) return outcome;
    }
    return to('SWEEPING', { slotsBefore: undefined });
  },
};

/** Hosts of which DNS leads here no more. */
function letGo({ journal, observed }: Scene, slot: Slot): Outcome | undefined {
  if (slot.leaving.length === 0) return undefined;
  const there = observed.distributions?.get(slot.n);
  const had = slot.before?.aliases ?? [];
  const off = (there?.aliases ?? []).filter((alias) => slot.leaving.includes(alias) && !had.includes(alias));
  if (there && off.length > 0)
    return act(
      {
        kind: 'editDistribution',
        distributionId: there.id,
        edit: { aliases: there.aliases.filter((alias) => !off.includes(alias)) },
        etag: there.etag,
      },
      `Taking ${enumerate(off)} off the distribution ${there.id}.`,
    );
  if (there && !there.deployed)
    return wait(`the distribution ${there.id} to deploy`, DEPLOYMENT_POLL_SECONDS);
  return learn({
    ...withSlot(journal, slot.n, { leaving: [] }),
    formerRecords: formerRecordsWithout(journal, slot.leaving),
  });
}

function retireIfEmpty({ journal, observed }: Scene, slot: Slot): Outcome | undefined {
  if (slot.hosts.length > 0 || slot.before !== undefined) return undefined;
  const there = observed.distributions?.get(slot.n);
  if (there) return retire(there);
  const spent = [
    ...slot.spentCertificates,
    ...(slot.certificateArn === undefined ? [] : [slot.certificateArn]),
  ];
  if (slot.certificateArn !== undefined)
    return learn(
      withSlot(journal, slot.n, {
        certificateArn: undefined,
        spentCertificates: slot.isGiven ? slot.spentCertificates : spent,
      }),
    );
  return slot.spentCertificates.length > 0
    ? undefined
    : learn({ slots: journal.slots.filter(({ n }) => n !== slot.n) });
}

/** A distribution of ours goes in three steps that CloudFront asks for: disabled, deployed, deleted. */
export function retire({ id, etag, enabled, deployed, aliases }: SiteDistribution): Outcome {
  if (enabled || aliases.length > 0)
    return act(
      { kind: 'editDistribution', distributionId: id, edit: { enabled: false, aliases: [] }, etag },
      `Disabling the distribution ${id}.`,
    );
  if (!deployed) return wait(`the distribution ${id} to be disabled at every edge`, DEPLOYMENT_POLL_SECONDS);
  return act({ kind: 'removeDistribution', distributionId: id, etag }, `Removing the distribution ${id}.`);
}

function forgetCertificates({ journal, observed }: Scene, slot: Slot): Outcome | undefined {
  const [arn, ...rest] = slot.spentCertificates;
  if (arn === undefined) return undefined;
  const there = observed.certificates?.get(arn);
  if (!there) return learn(withSlot(journal, slot.n, { spentCertificates: rest }));
  if (there.inUse) return wait('CloudFront to let go of a former certificate', 30);
  return act({ kind: 'removeCertificate', arn }, 'Removing a certificate that nothing needs any more.');
}
