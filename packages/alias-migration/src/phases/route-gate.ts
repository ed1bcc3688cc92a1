import { secondsToMs } from '@cutover/ground';
import type { NameAnswers } from '../observed';
import { leadsTo } from '../records';
import { hold, type Outcome, type Run, secondsUntil, wait } from './phase';

/**
 * What the records of Route 53 have to do before anybody relies on them; undefined: every server answers with them,
 * and has for so long.
 * @param seconds from the first look that showed all of it
 */
export function routeGate({ journal, observed, now }: Run, seconds: number): Outcome | undefined {
  if (!observed.isPublished) return wait('Route 53 to publish the records', 10);
  const old = (observed.authority ?? []).find((name) => !isNew(name));
  if (old)
    return wait(`every name server to answer ${old.record.name} with ${old.record.values?.join(', ')}`, 10);
  const seenAt = journal.records?.seenAt ?? now;
  const left = secondsUntil(seenAt + secondsToMs(seconds), now);
  if (left <= 0) return undefined;
  const records = { ...(journal.records ?? { to: 'target' as const }), seenAt };
  return hold(`the old records' TTL to run out (${left} s left)`, Math.min(30, left), { records });
}

const isNew = ({ record, answers }: NameAnswers): boolean =>
  answers.every(({ values }) =>
    record.type === 'CNAME'
      ? values?.some((value) => leadsTo({ ...record, values: [value] }) === leadsTo(record))
      : values !== undefined && [...values].sort().join() === [...(record.values ?? [])].sort().join(),
  );
