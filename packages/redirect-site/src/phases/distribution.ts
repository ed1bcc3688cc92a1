import { isDeepStrictEqual } from 'node:util';
import { secondsToMs } from '@cutover/ground';
import { tagsOf } from '../declaration';
import { enumerate } from '../hosts/names';
import { readyHosts, withSlot } from '../hosts/slots';
import { callerReferenceOf, type SiteJournal, type Slot } from '../journal';
import type { Observed } from '../observed';
import type { DistributionSettings, SiteDistribution, SiteDistributionEdit } from '../port';
import { settingsOf } from '../settings';
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
import { retag } from './tagging';

/**
 * DISTRIBUTION: every host that a certificate covers is an alias of its distribution, which runs the function, and is
 * set and tagged as declared.
 */
export const distribution: Rule = {
  looks: ['function', 'distributions', 'holders', 'tags'],
  budgetMinutes: 120,
  patientWith: ['Taken', 'AliasHeld', 'DnsPointsElsewhere'],
  decide: (scene) => {
    const { journal, observed } = scene;
    const functionArn = observed.live?.arn;
    if (functionArn === undefined)
      return { kind: 'fail', code: 'NotFound', message: 'The function is gone. Deploy the site again.' };
    for (const slot of journal.slots.filter(({ hosts }) => hosts.length > 0)) {
      const outcome = serve(scene, slot, functionArn);
      if (outcome) return outcome;
    }
    const tags = retag(scene);
    if (tags) return tags;
    const busy = [...(observed.distributions?.values() ?? [])].find(({ deployed }) => !deployed);
    if (busy) return wait(`the distribution ${busy.id} to deploy`, DEPLOYMENT_POLL_SECONDS);
    return to('TAKING_OVER');
  },
};

function serve(scene: Scene, slot: Slot, functionArn: string): Outcome | undefined {
  const { journal, observed } = scene;
  const there = observed.distributions?.get(slot.n);
  if (!there)
    return slot.distributionId === undefined ? create(scene, slot, functionArn) : unseen(scene, slot);
  if (slot.distributionId !== there.id || slot.domainName !== there.domainName)
    return learn(withSlot(journal, slot.n, { distributionId: there.id, domainName: there.domainName }));
  if (isRefused(journal)) {
    const apart = withoutHeld(journal, slot, there, observed.holders);
    if (apart) return apart;
  }
  const edit = editTowards(journal, slot, there, functionArn);
  return (
    edit &&
    act(
      { kind: 'editDistribution', distributionId: there.id, edit, etag: there.etag },
      `Editing the distribution ${there.id}: ${Object.keys(edit).join(', ')}.`,
    )
  );
}

function create({ journal }: Scene, slot: Slot, functionArn: string): Outcome {
  const isHeld = isRefused(journal);
  const draft = {
    callerReference: callerReferenceOf(journal.siteId, slot),
    comment: commentOf(journal.siteId, journal.declared.Comment),
    aliases: isHeld ? [] : missingOn(journal, slot, { aliases: [] }),
    certificateArn: slot.certificateArn,
    functionArn,
    ...settingsOf(journal.declared),
    tags: tagsOf(journal.declared),
  };
  return act(
    { kind: 'createDistribution', n: slot.n, draft },
    `Creating a distribution for ${enumerate(slot.hosts)}.`,
    { note: isHeld ? withSlot(journal, slot.n, { oneByOne: true }) : undefined },
  );
}

/** It was there: one read may be older than our own create. */
const unseen = ({ journal, now }: Scene, { distributionId, hosts }: Slot): Outcome =>
  now < journal.phaseSince + secondsToMs(120)
    ? wait(`CloudFront to show the distribution ${distributionId}`, 10)
    : {
        kind: 'fail',
        code: 'NotFound',
        message: `The distribution ${distributionId} is gone, and with it the way to ${enumerate(hosts)}. Delete the site and declare it again.`,
      };

/** CloudFront does not take a name: another distribution has it, or its record leads to one. */
const isRefused = ({ trouble }: SiteJournal): boolean =>
  trouble?.failure === 'AliasHeld' || trouble?.failure === 'DnsPointsElsewhere';

/** Times that a name alone must be refused: a distribution that has just let go of it is seen at some edges still. */
const TIMES_TO_BELIEVE = 3;

/** A name that another distribution has, or is led to, keeps no other from going live. `TakeOver` would move it here. */
function withoutHeld(
  journal: SiteJournal,
  slot: Slot,
  there: SiteDistribution,
  holders: Observed['holders'],
): Outcome | undefined {
  const [first] = missingOn(journal, slot, there);
  if (first === undefined) return undefined;
  if (!slot.oneByOne) return learn({ ...withSlot(journal, slot.n, { oneByOne: true }), trouble: undefined });
  if ((journal.trouble?.times ?? 0) < TIMES_TO_BELIEVE) return undefined;
  const isLed = journal.trouble?.failure === 'DnsPointsElsewhere';
  const held = isLed ? { isLed } : { by: holders?.get(first) };
  const keptOut = [...slot.keptOut, { host: first, state: 'AWAITING_DNS', held } as const];
  return learn({ ...withSlot(journal, slot.n, { keptOut }), trouble: undefined });
}

/** But for those that are taken over: they come when the site answers for them. */
function missingOn(
  { coming }: SiteJournal,
  slot: Slot,
  { aliases }: Pick<SiteDistribution, 'aliases'>,
): string[] {
  const others = coming.flatMap(({ hosts }) => hosts);
  return readyHosts(slot).filter((host) => !aliases.includes(host) && !others.includes(host));
}

/** Nothing is taken off here: whom DNS still leads here is served until it does no more. */
function editTowards(
  journal: SiteJournal,
  slot: Slot,
  there: SiteDistribution,
  functionArn: string,
): SiteDistributionEdit | undefined {
  const missing = missingOn(journal, slot, there).slice(0, slot.oneByOne ? 1 : undefined);
  const settings = settingsOf(journal.declared);
  const edit: SiteDistributionEdit = {
    ...(missing.length > 0 && { aliases: [...there.aliases, ...missing] }),
    ...(slot.certificateArn !== undefined &&
      there.certificateArn !== slot.certificateArn && { certificateArn: slot.certificateArn }),
    ...(there.functionArn !== functionArn && { functionArn }),
    ...(slot.before === undefined && {
      ...(!there.enabled && { enabled: true }),
      ...(!isSame(there.settings, settings) && { settings }),
    }),
  };
  return Object.keys(edit).length > 0 ? edit : undefined;
}

/** What is left out is as good as undefined. */
const isSame = (one: DistributionSettings, other: DistributionSettings): boolean =>
  isDeepStrictEqual(plain(one), plain(other));
const plain = (settings: DistributionSettings): unknown => JSON.parse(JSON.stringify(settings));
