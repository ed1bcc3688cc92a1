import type { Answer } from '../model/exchange';
import type { Site } from '../model/rule-set';
import type { Call } from './call';
import { type Check, checkOf, keyOf } from './capture';
import type { Subject } from './condition';
import { headersOf } from './headers';
import { locationOf } from './location';
import { type Reading, readingOf, unmatchedOf } from './reading';

type Answering = (call: Call) => Answer | undefined;

/** Rules whose path is exact, of one subject: the places of those that a path may mean. */
interface Exact {
  readonly subject: Subject;
  readonly places: Map<string, number[]>;
}

/** A site's rules, ready to be asked: exact paths are looked up, only the others are tried one by one. */
export function siteAnswering(site: Site): (call: Call) => Answer {
  const readings = site.rules.map(readingOf);
  const rules = readings.map(answering);
  const unmatched = answering(unmatchedOf(site));
  const others = readings.flatMap((reading, at) => (exactOf(reading) ? [] : [at]));
  const exact = exactPaths(readings);
  return (call) => {
    for (const at of inOrder(placesOf(call, exact), others)) {
      const answer = rules[at]!(call);
      if (answer !== undefined) return answer;
    }
    return unmatched(call)!;
  };
}

function answering({ id, conditions, encoding, outcome, template }: Reading): Answering {
  const checks = conditions.map(checkOf);
  const plain = {
    status: outcome.status,
    headers: headersOf(outcome),
    ...(outcome.body ? { body: outcome.body.text } : {}),
    rule: id,
  };
  return (call) => {
    const captures = allOf(checks, call);
    if (captures === undefined) return undefined;
    if (template === undefined) return plain;
    const location = locationOf(template, encoding, call, captures);
    return location === undefined ? undefined : { ...plain, location };
  };
}

function allOf(checks: readonly Check[], call: Call): readonly string[] | undefined {
  let all: readonly string[] = [];
  for (const check of checks) {
    const captures = check(call);
    if (captures === undefined) return undefined;
    if (captures.length > 0) all = all.length === 0 ? captures : [...all, ...captures];
  }
  return all;
}

const exactOf = ({ conditions }: Reading) => (conditions[0]?.kind === 'exact' ? conditions[0] : undefined);

function exactPaths(readings: readonly Reading[]): readonly Exact[] {
  const bySubject = new Map<string, Exact>();
  for (const [at, reading] of readings.entries()) {
    const condition = exactOf(reading);
    if (condition === undefined) continue;
    const { subject, path } = condition;
    const name = `${subject.of} ${subject.ignoreCase} ${subject.ignoreTrailingSlash}`;
    const exact = bySubject.get(name) ?? { subject, places: new Map<string, number[]>() };
    bySubject.set(name, exact);
    const places = exact.places.get(path);
    if (places === undefined) exact.places.set(path, [at]);
    else places.push(at);
  }
  return [...bySubject.values()];
}

function placesOf(call: Call, exact: readonly Exact[]): readonly number[] {
  const found = exact.flatMap(({ subject, places }) => places.get(keyOf(call, subject) ?? '') ?? []);
  return exact.length > 1 ? found.sort((one, other) => one - other) : found;
}

/** Two ordered lists as one. */
function* inOrder(one: readonly number[], other: readonly number[]): Generator<number> {
  let at = 0;
  for (const place of one) {
    while (at < other.length && other[at]! < place) yield other[at++]!;
    yield place;
  }
  while (at < other.length) yield other[at++]!;
}
