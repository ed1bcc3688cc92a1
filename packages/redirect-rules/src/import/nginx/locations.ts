import type { Regex } from '../../model/rule-set';
import { Refusal, type Reporter } from '../report';
import { regexOf } from './condition';
import { literalStart, matchesEveryPath, testRegex } from './regex';
import type { Location } from './server';

/** A location, and whether one behind it would take a request that it leaves unanswered. */
export interface OrderedLocation {
  readonly location: Location;
  readonly isFollowed: boolean;
}

/**
 * Locations so that the first that fits is the one that nginx picks. nginx takes an exact one at once; else it notes
 * the longest prefix, and takes it at once if it says `^~`; else the first regex that is found; else that prefix.
 */
export function orderLocations(locations: readonly Location[], report: Reporter): OrderedLocation[] {
  const of = (...modifiers: Location['modifier'][]) =>
    locations.filter(({ modifier }) => modifiers.includes(modifier));
  const regexes = of('~', '~*');
  const byLength = (prefixes: Location[]) =>
    prefixes.sort((one, other) => other.path.length - one.path.length);
  const first = regexes.length === 0 ? [] : byLength(of('^~'));
  const last = byLength(regexes.length === 0 ? of('', '^~') : of(''));
  for (const { line, lastLine, path } of last.filter((plain) =>
    first.some((strong) => plain.path.startsWith(strong.path)),
  )) {
    const why =
      'it is longer than a "^~" location that holds it, so regexes count for it and not for the rest';
    report.refused(line, `location ${path}`, why, lastLine);
  }
  const ordered = [...of('='), ...first, ...regexes, ...last].filter(isFirstOfItsName(report));
  const isFollowed = (location: Location, place: number) =>
    !answersAll(location) && ordered.some((other, at) => at > place && mayBothFit(location, other));
  return ordered.map((location, place) => ({ location, isFollowed: isFollowed(location, place) }));
}

function isFirstOfItsName(report: Reporter): (location: Location) => boolean {
  const seen = new Set<string>();
  return ({ line, lastLine, modifier, path }) => {
    const name = `${modifier.replace('^~', '')} ${path}`;
    const isFirst = !seen.has(name);
    if (!isFirst)
      report.refused(line, `location ${path}`, 'nginx does not start with one location twice', lastLine);
    seen.add(name);
    return isFirst;
  };
}

/** Could a path of the first be one of the second? A guess on the safe side where regexes are concerned. */
function mayBothFit(one: Location, other: Location): boolean {
  if (!other.modifier.startsWith('~')) return one.modifier.startsWith('~') || one.path.startsWith(other.path);
  if (one.modifier !== '=') return true;
  const regex = regexOrNone(other.path, other.modifier === '~*', other.line);
  return regex === undefined || testRegex(regex, one.path) !== null;
}

/** Every path that it is picked for gets an answer. */
function answersAll(location: Location): boolean {
  return location.steps.some((step) => {
    if (step.kind !== 'rewrite') return step.kind === 'return';
    const regex = regexOrNone(step.regex, false, step.line);
    return regex !== undefined && matchesAllOf(location, regex);
  });
}

function matchesAllOf({ modifier, path }: Location, regex: Regex): boolean {
  if (matchesEveryPath(regex)) return true;
  if (modifier === '=') return testRegex(regex, path) !== null;
  const start = modifier.startsWith('~') ? undefined : literalStart(regex);
  if (start === undefined || !path.startsWith(start.text) || start.rest === 'more') return false;
  return start.rest !== 'some' || path.length > start.text.length;
}

/** Undefined for one that cannot be kept, which is reported where it becomes a condition. */
function regexOrNone(pcre: string, ignoreCase: boolean, line: number): Regex | undefined {
  try {
    return regexOf(pcre, ignoreCase, line);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}
