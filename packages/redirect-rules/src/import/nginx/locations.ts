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
  for (const { line, path } of last.filter((plain) =>
    first.some((strong) => plain.path.startsWith(strong.path)),
  )) {
    const why =
      'it is longer than a "^~" location that holds it, so regexes count for it and not for the rest';
    report.refused(line, `location ${path}`, why);
  }
  const ordered = [...of('='), ...first, ...regexes, ...last].filter(isFirstOfItsName(report));
  const isFollowed = (location: Location, place: number) =>
    !answersAll(location) && ordered.some((other, at) => at > place && mayBothFit(location, other));
  return ordered.map((location, place) => ({ location, isFollowed: isFollowed(location, place) }));
}

function isFirstOfItsName(report: Reporter): (location: Location) => boolean {
  const seen = new Set<string>();
  return ({ line, modifier, path }) => {
    const name = `${modifier.replace('^~', '')} ${path}`;
    const isFirst = !seen.has(name);
    if (!isFirst) report.refused(line, `location ${path}`, 'nginx does not start with one location twice');
    seen.add(name);
    return isFirst;
  };
}

/** Could a path of the first be one of the second? A guess on the safe side where regexes are concerned. */
function mayBothFit(one: Location, other: Location): boolean {
  if (other.modifier.startsWith('~')) {
    if (one.modifier !== '=') return true;
    return attemptRegex(other, (regex) => testRegex(regex, one.path) !== null);
  }
  return one.modifier.startsWith('~') || one.path.startsWith(other.path);
}

/** Every path that it is picked for gets an answer. */
function answersAll(location: Location): boolean {
  return location.steps.some((step) => {
    if (step.kind === 'return') return true;
    if (step.kind === 'if') return false;
    const source = regexOf(step.regex, false, step.line);
    if (matchesEveryPath(source)) return true;
    if (location.modifier === '=') return testRegex(source, location.path) !== null;
    if (location.modifier.startsWith('~')) return false;
    const start = literalStart(source);
    if (start === undefined || !location.path.startsWith(start.text) || start.rest === 'more') return false;
    return start.rest !== 'some' || location.path.length > start.text.length;
  });
}

function attemptRegex(location: Location, use: (regex: ReturnType<typeof regexOf>) => boolean): boolean {
  try {
    return use(regexOf(location.path, location.modifier === '~*', location.line));
  } catch (error) {
    // Whoever reads the location's condition reports it.
    if (!(error instanceof Refusal)) throw error;
    return true;
  }
}
