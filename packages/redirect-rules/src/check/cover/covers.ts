import { readingOf } from '../../evaluate/reading';
import type { Match, Rule, TextMatch } from '../../model/rule-set';
import { pathCovers } from './path';

/**
 * Whether every request that the later rule of a site matches, from now on, is answered by the earlier one. True is
 * proved; false is not known.
 */
export function covers(earlier: Rule, later: Rule, now: number): boolean {
  return (
    timeCovers(earlier, later, now) &&
    countryCovers(earlier.match, later.match) &&
    queryCovers(earlier.match, later.match) &&
    !mayDecline(earlier) &&
    pathCovers(earlier, later)
  );
}

function timeCovers(earlier: Rule, later: Rule, now: number): boolean {
  const begins = Math.max(now, later.notBefore ?? now);
  return (earlier.notBefore ?? now) <= begins && (earlier.expires ?? Infinity) >= (later.expires ?? Infinity);
}

const countryCovers = ({ country: one }: Match, { country: other }: Match): boolean =>
  one === undefined || (other?.every((code) => one.includes(code)) ?? false);

function queryCovers(one: Match, other: Match): boolean {
  const isSame = (regex: unknown, there: unknown) =>
    regex === undefined || JSON.stringify(regex) === JSON.stringify(there);
  return (
    isSame(one.queryRegex, other.queryRegex) &&
    isSame(one.uriRegex, other.uriRegex) &&
    Object.entries(one.query ?? {}).every(([name, text]) => textCovers(text, other.query?.[name]))
  );
}

const textCovers = (one: TextMatch, other: TextMatch | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A rule does not answer where a capture cannot stand in the host of its target. */
const mayDecline = (rule: Rule): boolean =>
  readingOf(rule).template?.url.some((piece) => 'guard' in piece && piece.guard !== undefined) ?? false;
