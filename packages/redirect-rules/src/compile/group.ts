import type { Condition, Subject } from '../evaluate/condition';
import { lowerCase } from '../evaluate/text';
import { hashOf } from '../layout/address';
import { subjectLetter } from '../layout/grammar';
import type { Line } from './lines';
import { mayMatch, type Range } from './order';

/** Rules that the index holds under one key, in order. */
export interface Group {
  readonly key: string;
  readonly hash: string;
  readonly members: Line[];
}

/** A way to find rules by the request's path. */
export interface Keying {
  /** Of the record's line: the subject. */
  readonly letter: string;
  /** Undefined: the rule has no such key. */
  keyOf(line: Line): string | undefined;
  /** Whether a rule without such a key, or with another, may match a request that has this one. */
  mayMatch(line: Line, key: string): boolean;
  /** Whether a rule's first condition holds where its key is that of the request. */
  readonly proves: boolean;
  /** Whether exact paths of a subject that differ by more than case and a last slash are of different requests. */
  isSameForm(subject: Subject): boolean;
}

export const exactOf = (line: Line): (Condition & { kind: 'exact' }) | undefined => {
  const [first] = line.conditions;
  return first?.kind === 'exact' ? first : undefined;
};

/** By the whole path, in the subject's form. */
export function byPath(subject: Subject): Keying {
  const letter = subjectLetter(subject);
  return {
    letter,
    keyOf: (line) => {
      const exact = exactOf(line);
      return exact !== undefined && subjectLetter(exact.subject) === letter ? exact.path : undefined;
    },
    mayMatch: (line, key) => mayMatch(line, key, subject),
    proves: true,
    isSameForm: ({ of }) => of === subject.of,
  };
}

/** By the first segment of the path as it was sent: all that begins with `/blog/`, or is `/blog`. */
export function bySegment(of: 'path' | 'decoded'): Keying {
  const subject: Subject = { of, ignoreCase: false, ignoreTrailingSlash: false };
  return {
    letter: subjectLetter(subject, true),
    keyOf: (line) => segmentOf(line, of),
    mayMatch: (line, key) => {
      const start = startOf(line, of);
      if (start === undefined) return true;
      const [wanted, sent] = [lowerCase(start), lowerCase(`/${key}`)];
      if (wanted.length <= sent.length) return sent.startsWith(wanted);
      return wanted.startsWith(sent) && /^[/?]/.test(wanted.slice(sent.length));
    },
    proves: false,
    isSameForm: () => false,
  };
}

/** What every path that the rule matches begins with. */
function startOf(line: Line, of: Subject['of']): string | undefined {
  const [first] = line.conditions;
  if (first === undefined || !('subject' in first)) return undefined;
  if (first.subject.of !== of && !(first.subject.of === 'uri' && of === 'path')) return undefined;
  if (first.kind === 'exact') return first.path;
  return first.kind === 'prefix' ? first.prefix : first.regex.guarded.prefix;
}

function segmentOf(line: Line, of: Subject['of']): string | undefined {
  const [first] = line.conditions;
  const start = startOf(line, of);
  if (first === undefined || !('subject' in first) || start === undefined) return undefined;
  if (first.subject.ignoreCase && /[A-Za-z]/.test(start)) return undefined;
  const whole = /^\/([^/?]+)\//.exec(first.kind === 'exact' ? `${start}/` : start);
  return whole?.[1];
}

/** Rules by key, in the order in which keys first come. */
export function groupsOf(lines: readonly Line[], keying: Keying): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const key = keying.keyOf(line);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, hash: hashOf(key), members: [line] });
    else group.members.push(line);
  }
  return [...groups.values()];
}

/** To where the group may move among the others without any request seeing it. */
export function rangeOf(group: Group, others: readonly Line[], keying: Keying, ruleCount: number): Range {
  const first = group.members[0]!.at;
  const last = group.members.at(-1)!.at;
  let after = -1;
  let upTo = ruleCount;
  for (const line of others) {
    const { at } = line;
    // Between two of the group: it cannot move as one, unless the two are out of each other's way.
    const isBefore = at < last && at > after;
    const isBehind = at > first && at < upTo;
    if (!(isBefore || isBehind) || !keying.mayMatch(line, group.key)) continue;
    if (isBefore) after = at;
    if (isBehind) upTo = at;
  }
  return { after, upTo };
}
