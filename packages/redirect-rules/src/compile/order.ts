import type { Condition, Subject } from '../evaluate/condition';
import { lowerCase } from '../evaluate/text';
import type { Line } from './lines';

/**
 * May move an exact path out of the declared order only where nobody can tell: where no rule that it would overtake,
 * or that would overtake it, can match a request for the path. Whether one can is answered "yes" when in doubt.
 */
export function mayMatch(line: Line, path: string, subject: Subject): boolean {
  return line.conditions.every((condition) => mayHold(condition, path, subject));
}

function mayHold(condition: Condition, path: string, subject: Subject): boolean {
  if (!('subject' in condition)) return true;
  const isSameForm = condition.subject.of === subject.of;
  const isLonger = condition.subject.of === 'uri' && subject.of === 'path';
  if (!isSameForm && !isLonger) return true;
  switch (condition.kind) {
    case 'exact':
      return loose(condition.path) === loose(path);
    case 'prefix':
      return lowerCase(`${path}/`).startsWith(lowerCase(condition.prefix));
    case 'regex':
      return isLonger || subject.ignoreCase
        ? prefixMayHold(condition.regex.guarded.prefix, path)
        : regexHolds(condition, path, subject);
  }
}

/** One text for all paths that differ in case and in a last slash only. */
export const loose = (path: string): string => lowerCase(path).replace(/\/$/, '');

/** Behind the path a slash may stand, or a query. */
function prefixMayHold(prefix: string, path: string): boolean {
  const [wanted, sent] = [lowerCase(prefix), lowerCase(path)];
  if (wanted.length <= sent.length) return sent.startsWith(wanted);
  return wanted.startsWith(sent) && /^[/?]/.test(wanted.slice(sent.length));
}

const regexes = new WeakMap<object, RegExp>();

function regexHolds(condition: Condition & { kind: 'regex' }, path: string, subject: Subject): boolean {
  const { guarded, source } = condition.regex;
  const forms = subject.ignoreTrailingSlash ? [path, `${path}/`] : [path];
  return forms.some((form) => {
    if (!form.startsWith(guarded.prefix)) return false;
    const regex = regexes.get(condition) ?? new RegExp(source);
    regexes.set(condition, regex);
    return regex.test(form);
  });
}

/** Places, between the rules as declared, to which something may move: above `after`, up to `upTo`. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

/** The place to which the most may move; the first of them. */
export function bestPlace(ranges: readonly Range[], ruleCount: number): number {
  const change = new Array<number>(ruleCount + 3).fill(0);
  for (const { after, upTo } of ranges) {
    if (after >= upTo) continue;
    change[after + 1]!++;
    change[upTo + 1]!--;
  }
  let best = { place: 0, count: 0 };
  let count = 0;
  for (let place = 0; place <= ruleCount; place++) {
    count += change[place]!;
    if (count > best.count) best = { place, count };
  }
  return best.place;
}

export const isWithin = (place: number, { after, upTo }: Range): boolean => after < place && place <= upTo;
