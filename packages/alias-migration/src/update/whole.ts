import type { Instant } from '@cutover/ground';
import type { Before, Journal } from '../journal';
import { leftBehind } from '../reconcile';
import { ways } from '../strategies';
import { bare, type Course } from './course';

/**
 * The journal of a resource whose update has come to its end: as if all its names had come from the source in one run.
 * A delete takes them home from here, past a target that may be gone by then.
 */
export function wholeOf(journal: Journal, course: Course, now: Instant): Journal {
  const { from, whole, passed } = course;
  const legs = passed.map((leg) => leg.journal);
  const before = beforeOf(course);
  const cutoverAt = legs.reduce((newest, leg) => leg.cutoverAt ?? newest, from.cutoverAt);
  return {
    ...bare(from),
    migration: whole,
    declared: journal.declared,
    revision: journal.revision,
    phase: 'DONE',
    phaseSince: now,
    before,
    cutoverAt,
    after: before && afterOf(course, before),
    strays: legs.flatMap(({ phase, strays = [] }) => (phase === 'DONE' ? strays : [])),
    refused: undefined,
    course: { ...course, from: bare(from), endedAt: now },
  };
}

const isMove = ({ kind }: Course['passed'][number]): boolean => kind === 'move';

function beforeOf({ from, whole, passed }: Course): Before | undefined {
  const pasts = passed.filter(isMove).flatMap(({ journal }) => journal.before ?? []);
  const first = from.before;
  if (!first) return undefined;
  const isElsewhere = from.migration.target.distributionId !== whole.target.distributionId;
  const [moved] = pasts;
  const isOurs = ({ name }: { readonly name: string }): boolean => whole.aliases.includes(name);
  const known = new Set(first.records.map(({ name }) => name));
  const added = pasts.flatMap(({ records }) => records).filter(({ name }) => !known.has(name));
  const adopted = [first, ...pasts].flatMap((past) => past.adopted ?? []).filter((name) => isOurs({ name }));
  const target = isElsewhere && moved ? moved.target : first.target;
  const transit = ways[first.strategy].wildcards(whole).filter((name) => !target.aliases.includes(name));
  return {
    ...first,
    ...(adopted.length > 0 && { adopted }),
    target,
    records: [...first.records, ...added].filter(isOurs),
    wildcards: isElsewhere ? transit : first.wildcards,
    plan: pasts.length > 0 ? pasts.flatMap(({ plan }) => plan) : first.plan,
  };
}

/** What the owners of source and target have to declare; the target of before is nobody's end any more. */
function afterOf({ from, whole, passed }: Course, before: Before): Journal['after'] {
  const { source, target } = from.after ?? leftBehind(from.migration, before);
  const legs = passed.filter(isMove).map(({ journal }) => journal);
  const lastOf = (end: 'source' | 'target') =>
    legs.findLast(({ migration }) => migration[end].distributionId === whole[end].distributionId)?.after?.[
      end
    ];
  const home = passed.filter((leg) => !isMove(leg)).flatMap(({ journal }) => journal.migration.aliases);
  const ends = { source: lastOf('source') ?? source, target: lastOf('target') ?? target };
  return {
    source: { ...ends.source, aliases: [...new Set([...ends.source.aliases, ...home])].toSorted() },
    target: { ...ends.target, aliases: ends.target.aliases.filter((alias) => !home.includes(alias)) },
  };
}
