import { Call } from '../../evaluate/call';
import { checkOf } from '../../evaluate/capture';
import { conditionsOf } from '../../evaluate/condition';
import { pathOf } from '../../generate/path';
import type { Match, Rule } from '../../model/rule-set';
import { isOpenEnded, literalPrefix, type PrefixLanguage, prefixLanguage } from './language';

/**
 * Whether every path that the later rule matches is matched by the earlier one. True is proved; false is not known.
 * Requests that nginx refuses, as those with a broken escape, do not count.
 */
export function pathCovers(earlier: Rule, later: Rule): boolean {
  const one = earlier.match;
  const other = later.match;
  if (one.path.kind === 'any') return true;
  if (JSON.stringify(one.path) === JSON.stringify(other.path)) return flagsCover(one, other);
  if (other.path.kind === 'exact') return coversExact(earlier, other);
  if (one.path.kind === 'exact') return false;
  const prefix = prefixOf(one);
  if (prefix !== undefined && coversPrefix(prefix, one, other)) return true;
  return (
    one.path.kind === 'pattern' &&
    other.path.kind === 'pattern' &&
    flagsCover(one, other) &&
    coversPattern(cased(one.path.pattern, one), cased(other.path.pattern, one))
  );
}

/** The same written path, asked in a way that takes all that the other way takes. */
const flagsCover = (one: Match, other: Match): boolean =>
  one.encoding === other.encoding &&
  (one.ignoreCase || !other.ignoreCase) &&
  (one.ignoreTrailingSlash || !other.ignoreTrailingSlash);

/** An exact path stands for few texts: they are tried. */
function coversExact(earlier: Rule, other: Match): boolean {
  const one = earlier.match;
  const { path } = one;
  if (other.encoding === 'nginx' && one.encoding !== 'nginx') return false;
  if (path.kind === 'regex' && path.on === 'uri' && !isOpenEnded(path.regex)) return false;
  const isRegexThatIgnoresCase = path.kind === 'regex' && path.regex.ignoreCase;
  if (other.ignoreCase && !one.ignoreCase && !isRegexThatIgnoresCase) return false;
  const [condition] = conditionsOf(earlier);
  if (condition === undefined) return false;
  const holds = checkOf(condition);
  const variants = other.ignoreTrailingSlash ? [0, 1] : [0];
  return variants.every((variant) => {
    const uri = pathOf({ ...other, ignoreCase: false }, variant);
    return holds(new Call({ host: '', uri, now: 0 })) !== undefined;
  });
}

function prefixOf(match: Match): PrefixLanguage | undefined {
  const { path } = match;
  if (path.kind === 'regex')
    return prefixLanguage({ ...path.regex, ignoreCase: path.regex.ignoreCase || match.ignoreCase });
  if (path.kind !== 'pattern' || match.ignoreCase) return undefined;
  return /^[^:*]*\*$/.test(path.pattern) ? { prefix: path.pattern.slice(0, -1), atLeast: 0 } : undefined;
}

function coversPrefix({ prefix, atLeast }: PrefixLanguage, one: Match, other: Match): boolean {
  const begin = beginOf(other, one.path.kind === 'regex' && one.path.on === 'uri');
  // Every path begins with a slash, however it is encoded.
  if (atLeast === 0 && (prefix === '' || prefix === '/')) return true;
  const isSameForm = one.encoding === other.encoding;
  return isSameForm && begin.startsWith(prefix) && begin.length >= prefix.length + atLeast;
}

/** What every path, or path and query, begins with that the match takes. */
function beginOf(match: Match, withQuery: boolean): string {
  const { path } = match;
  if (match.ignoreCase) return '/';
  if (path.kind === 'pattern') {
    const begin = /^[^:*]*/.exec(path.pattern)?.[0] ?? '/';
    return match.ignoreTrailingSlash ? begin.replace(/\/$/, '') : begin;
  }
  if (path.kind !== 'regex') return '/';
  const begin = literalPrefix(path.regex);
  return withQuery || path.on === 'path' ? begin : (begin.split('?')[0] ?? '');
}

const cased = (pattern: string, { ignoreCase }: Match): string =>
  ignoreCase ? pattern.toLowerCase() : pattern;

/** Segment by segment: a placeholder takes any one, a last star any rest. */
function coversPattern(one: string, other: string): boolean {
  const others = other.split('/');
  const parts = one.split('/');
  for (const [place, part] of parts.entries()) {
    const there = others[place];
    if (there === undefined) return false;
    if (part === '*' && place === parts.length - 1) return true;
    if (part.endsWith('*') && place === parts.length - 1) return there.startsWith(part.slice(0, -1));
    const takesAnySegment = /^:[A-Za-z_]\w*$/.test(part) && there !== '' && !there.endsWith('*');
    if (!takesAnySegment && part !== there) return false;
  }
  return parts.length === others.length;
}
