import { tagsOf } from '../declaration';
import type { SiteJournal } from '../journal';
import type { SiteDistribution, Tags } from '../port';
import { certificatesToRemove } from './certificates';
import { act, LOOKS_TO_BELIEVE, learn, type Outcome, type Scene, wait } from './phase';

/** ARNs of what the site has made and goes on with: somebody else's keeps the tags that it has. */
export function taggedArns(
  journal: SiteJournal,
  distributions: ReadonlyMap<number, SiteDistribution> | undefined,
): string[] {
  const inUse = journal.slots.filter(({ hosts }) => hosts.length > 0);
  const ours = inUse.filter(({ before }) => before === undefined);
  const requested = certificatesToRemove(journal);
  const arns = [
    ...ours.map(({ n }) => distributions?.get(n)?.arn),
    ...inUse.map(({ certificateArn }) => certificateArn).filter((arn) => requested.includes(arn ?? '')),
  ];
  return [...new Set(arns.filter((arn) => arn !== undefined))];
}

/**
 * Tags as they are declared, where an update may have changed them. Tags that neither this run nor an earlier one has
 * declared are somebody else's, and stay. Undefined where all is done.
 */
export function retag({ journal, observed }: Scene): Outcome | undefined {
  if (journal.tagKeys === undefined) return undefined;
  const wanted = tagsOf(journal.declared);
  for (const [arn, there] of observed.tags ?? []) {
    const change = removal(arn, there, wanted, journal.tagKeys) ?? addition(arn, there, wanted);
    if (change) return change;
  }
  const { looks = 0 } = journal;
  // Tags have no ETag that would tell an old answer from a new one.
  return looks < LOOKS_TO_BELIEVE - 1
    ? wait('one more look whether all tags are as declared', 5, { looks: looks + 1 })
    : learn({ tagKeys: undefined, looks: 0 });
}

/** Before anything is added: a resource takes 50 tags. */
function removal(arn: string, there: Tags, wanted: Tags, known: readonly string[]): Outcome | undefined {
  const keys = known.filter((key) => key in there && !(key in wanted));
  if (keys.length === 0) return undefined;
  return act({ kind: 'removeTags', arn, keys }, `Taking the tags ${keys.join(', ')} off ${arn}.`, FROM_ANEW);
}

function addition(arn: string, there: Tags, wanted: Tags): Outcome | undefined {
  const missing = Object.entries(wanted).filter(([key, value]) => there[key] !== value);
  if (missing.length === 0) return undefined;
  const names = missing.map(([key]) => key).join(', ');
  return act(
    { kind: 'putTags', arn, tags: Object.fromEntries(missing) },
    `Setting the tags ${names} of ${arn}.`,
    FROM_ANEW,
  );
}

const FROM_ANEW = { note: { looks: 0 } };
