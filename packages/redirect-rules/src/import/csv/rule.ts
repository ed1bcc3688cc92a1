import type { AuthorMatch, AuthorRule } from '../../read/author';
import { escaped, literalMatch, literalTarget, looksLikePattern } from '../urls';
import type { Redirect } from './redirect';

/** The rules of a line, mostly one; the file's defaults are 301 and no query. */
export function rulesOf(redirect: Redirect): AuthorRule[] {
  const { source, matchesSubpaths, preservesSuffix } = redirect;
  const to = literalTarget(redirect.target);
  const rule = (match: string | AuthorMatch, target: string): AuthorRule => ({
    Match: withQuery(match, source.query),
    To: target,
    ...restOf(redirect),
  });
  if (!matchesSubpaths) return [rule(literalMatch(source.path), to)];
  if (source.path === '/') {
    const match = source.query === undefined ? {} : { Match: withQuery({}, source.query) };
    return [{ ...match, To: to, ...restOf(redirect), ...(preservesSuffix && { Path: 'Keep' as const }) }];
  }
  const below = subpaths(source.path);
  const all = rule(below, preservesSuffix ? withSuffix(to, below) : to);
  // `/x/*` leaves `/x` to another rule, whose target gets no slash.
  return source.path.endsWith('/') ? [all] : [rule(literalMatch(source.path), to), all];
}

const restOf = ({ status, preservesQuery, note }: Redirect): AuthorRule => ({
  ...(status !== 301 && { Status: status }),
  ...(preservesQuery && { Query: 'Keep' as const }),
  ...(note !== undefined && { Note: note }),
});

/** All below a path. */
function subpaths(path: string): string | AuthorMatch {
  const base = path.replace(/\/$/, '');
  return looksLikePattern(base) ? { Regex: `^${escaped(base)}/(?<splat>.*)$` } : `${base}/*`;
}

/** What is left of the path goes behind that of the target, before its query. */
function withSuffix(to: string, match: string | AuthorMatch): string {
  const capture = typeof match === 'object' && match.Regex !== undefined ? '$splat' : ':splat';
  const [, base = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  return `${base.replace(/\/$/, '')}/${capture}${tail}`;
}

function withQuery(match: string | AuthorMatch, query: string | undefined): string | AuthorMatch {
  if (query === undefined || query === '') return match;
  const parameters = query.split('&').map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
  });
  return {
    ...(typeof match === 'string' ? { Path: match } : match),
    Query: Object.fromEntries(parameters),
  };
}
