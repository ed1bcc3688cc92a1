import { secondsToMs } from '@cutover/ground';
import { tagsOf } from '../declaration';
import { enumerate } from '../hosts/names';
import { readyHosts, withSlot } from '../hosts/slots';
import { callerReferenceOf, type SiteJournal, type Slot } from '../journal';
import type { SiteDistribution, SiteDistributionEdit } from '../port';
import {
  act,
  commentOf,
  DEPLOYMENT_POLL_SECONDS,
  learn,
  type Outcome,
  type Rule,
  type Scene,
  to,
  wait,
} from './phase';

/** DISTRIBUTION: every host that a certificate covers is an alias of its distribution, which runs the function. */
export const distribution: Rule = {
  looks: ['function', 'distributions'],
  budgetMinutes: 120,
  patientWith: ['Taken', 'AliasHeld'],
  decide: (scene) => {
    const { journal, observed } = scene;
    const functionArn = observed.live?.arn;
    if (functionArn === undefined)
      return { kind: 'fail', code: 'NotFound', message: 'The function is gone. Deploy the site again.' };
    for (const slot of journal.slots.filter(({ hosts }) => hosts.length > 0)) {
      const outcome = serve(scene, slot, functionArn);
      if (outcome) return outcome;
    }
    const busy = [...(observed.distributions?.values() ?? [])].find(({ deployed }) => !deployed);
    if (busy) return wait(`the distribution ${busy.id} to deploy`, DEPLOYMENT_POLL_SECONDS);
    return to('RECORDS');
  },
};

function serve({ journal, observed, now }: Scene, slot: Slot, functionArn: string): Outcome | undefined {
  const there = observed.distributions?.get(slot.n);
  if (!there && slot.distributionId !== undefined)
    // One read may be older than our own create.
    return now < journal.phaseSince + secondsToMs(120)
      ? wait(`CloudFront to show the distribution ${slot.distributionId}`, 10)
      : {
          kind: 'fail',
          code: 'NotFound',
          message: `The distribution ${slot.distributionId} is gone, and with it the way to ${enumerate(slot.hosts)}. Delete the site and declare it again.`,
        };
  const isHeld = journal.trouble?.failure === 'AliasHeld';
  if (!there) {
    const draft = {
      callerReference: callerReferenceOf(journal.siteId, slot),
      comment: commentOf(journal.siteId, journal.declared.Comment),
      aliases: isHeld ? [] : readyHosts(slot),
      certificateArn: slot.certificateArn,
      functionArn,
      priceClass: journal.declared.PriceClass,
      tags: tagsOf(journal.declared),
    };
    return act(
      { kind: 'createDistribution', n: slot.n, draft },
      `Creating a distribution for ${enumerate(slot.hosts)}.`,
      { note: isHeld ? withSlot(journal, slot.n, { oneByOne: true }) : undefined },
    );
  }
  if (slot.distributionId !== there.id || slot.domainName !== there.domainName)
    return learn(withSlot(journal, slot.n, { distributionId: there.id, domainName: there.domainName }));
  if (isHeld) {
    const apart = withoutHeld(journal, slot, there);
    if (apart) return apart;
  }
  const edit = editTowards(slot, there, functionArn);
  return (
    edit &&
    act(
      { kind: 'editDistribution', distributionId: there.id, edit, etag: there.etag },
      `Editing the distribution ${there.id}: ${Object.keys(edit).join(', ')}.`,
    )
  );
}

/** Times that a name alone must be refused: a distribution that has just let go of it is seen at some edges still. */
const TIMES_TO_BELIEVE = 3;

/**
 * A name that another distribution has keeps no other from going live. It can be moved here by an AliasMigration: the
 * certificate covers it, and the next update finds it here.
 */
function withoutHeld(journal: SiteJournal, slot: Slot, there: SiteDistribution): Outcome | undefined {
  const [first] = missingOn(slot, there);
  if (first === undefined) return undefined;
  if (!slot.oneByOne) return learn({ ...withSlot(journal, slot.n, { oneByOne: true }), trouble: undefined });
  if ((journal.trouble?.times ?? 0) < TIMES_TO_BELIEVE) return undefined;
  const keptOut = [...slot.keptOut, { host: first, state: 'AWAITING_DNS' } as const];
  return learn({ ...withSlot(journal, slot.n, { keptOut }), trouble: undefined });
}

const missingOn = (slot: Slot, there: SiteDistribution): string[] =>
  readyHosts(slot).filter((host) => !there.aliases.includes(host));

/** Nothing is taken off here: whom DNS still leads here is served until it does no more. */
function editTowards(
  slot: Slot,
  there: SiteDistribution,
  functionArn: string,
): SiteDistributionEdit | undefined {
  const missing = missingOn(slot, there).slice(0, slot.oneByOne ? 1 : undefined);
  const edit: SiteDistributionEdit = {
    ...(missing.length > 0 && { aliases: [...there.aliases, ...missing] }),
    ...(slot.certificateArn !== undefined &&
      there.certificateArn !== slot.certificateArn && { certificateArn: slot.certificateArn }),
    ...(there.functionArn !== functionArn && { functionArn }),
    ...(!there.enabled && slot.before === undefined && { enabled: true }),
  };
  return Object.keys(edit).length > 0 ? edit : undefined;
}
