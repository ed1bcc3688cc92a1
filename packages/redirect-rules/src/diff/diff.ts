import { prepare } from '../evaluate/evaluate';
import type { Answer, Request } from '../model/exchange';
import type { RuleSet } from '../model/rule-set';
import { requestsBetween } from './requests';

/** A request that the two sets answer differently. */
export interface Change {
  readonly request: Request;
  readonly was: Answer;
  readonly is: Answer;
}

/** Changes between the same two rules; a rule that was edited keeps its name. */
export interface ChangeGroup {
  /** Ids, `unmatched` or `no site`. */
  readonly was: string;
  readonly is: string;
  /** Of all that were found. */
  readonly count: number;
  /** The first of them. */
  readonly changes: readonly Change[];
}

export interface Difference {
  /** How many requests both were asked. */
  readonly compared: number;
  readonly changed: number;
  readonly groups: readonly ChangeGroup[];
}

export interface DiffOptions {
  readonly now: number;
  /** Changes to list of each group. Default 5. */
  readonly listed?: number;
}

/**
 * What viewers notice when one set replaces another: requests whose status, location, headers or body change, grouped
 * by the rules that answer. Found by asking, so what is listed is certain, and a change that no request of ours meets is
 * not listed. Rules that are written otherwise and answer alike do not appear.
 */
export function diff(old: RuleSet, other: RuleSet, { now, listed = 5 }: DiffOptions): Difference {
  const before = prepare(old);
  const after = prepare(other);
  const groups = new Map<string, { was: string; is: string; count: number; changes: Change[] }>();
  const requests = requestsBetween(old, other, now);
  let changed = 0;
  for (const request of requests) {
    const change = { request, was: before(request), is: after(request) };
    if (isAlike(change.was, change.is)) continue;
    changed += 1;
    const key = JSON.stringify([change.was.rule, change.is.rule]);
    const group = groups.get(key) ?? { was: change.was.rule, is: change.is.rule, count: 0, changes: [] };
    groups.set(key, group);
    group.count += 1;
    if (group.changes.length < listed) group.changes.push(change);
  }
  return { compared: requests.length, changed, groups: [...groups.values()] };
}

/** A host that no site has any more is a change, whatever it was answered. */
function isAlike(was: Answer, is: Answer): boolean {
  return (
    was.status === is.status &&
    was.location === is.location &&
    was.body === is.body &&
    sorted(was.headers) === sorted(is.headers) &&
    (was.rule === 'no site') === (is.rule === 'no site')
  );
}

const sorted = (headers: Answer['headers']): string => JSON.stringify(Object.entries(headers).sort());
