import type { AuthorDefaults, AuthorMatch, AuthorRule, AuthorSiteDefaults } from './author';

/** What holds where the file says nothing. */
export const builtInDefaults = {
  Status: 301,
  Path: 'Drop',
  Query: 'Keep',
  Headers: {},
  CacheControl: false,
  Hsts: false,
  Case: 'Sensitive',
  TrailingSlash: 'Exact',
  Encoding: 'Raw',
  Unmatched: { Status: 404 },
} as const satisfies Required<AuthorDefaults>;

export const defaultName = 'redirects';
export const defaultContentType = 'text/plain; charset=utf-8';

export type EffectiveDefaults = Required<AuthorDefaults>;

/** Defaults of a site: its own stand before those of the file, headers name by name. */
export function effectiveDefaults(
  file: AuthorDefaults = {},
  site: AuthorSiteDefaults = {},
): EffectiveDefaults {
  const headers = { ...lowerCaseNames(file.Headers), ...lowerCaseNames(site.Headers) };
  return { ...builtInDefaults, ...file, ...site, Headers: headers };
}

/** Header names are compared without case, so that a rule's `X-Robots-Tag` replaces a default `x-robots-tag`. */
export function lowerCaseNames(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The long form of a match; `{}` for any request. */
export function longMatch(match: AuthorRule['Match']): AuthorMatch {
  if (typeof match !== 'string') return match ?? {};
  return match === '*' ? {} : { Path: match };
}

/**
 * `Path` of a rule that does not say it. A default `Keep` is for rules that take a whole host along: behind the target
 * of `/about` nobody wants another `/about`.
 */
export function defaultPath(match: AuthorMatch, defaults: EffectiveDefaults): 'Keep' | 'Drop' {
  const isAnyPath = (match.Path ?? '*') === '*' && match.Regex === undefined;
  return isAnyPath ? defaults.Path : 'Drop';
}
