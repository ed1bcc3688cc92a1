import type {
  AuthorDefaults,
  AuthorExpectation,
  AuthorFile,
  AuthorMatch,
  AuthorOutcome,
  AuthorRule,
  AuthorSite,
  AuthorSiteDefaults,
  AuthorTest,
} from '../read/author';
import {
  defaultContentType,
  defaultPath,
  type EffectiveDefaults,
  effectiveDefaults,
  longMatch,
  lowerCaseNames,
} from '../read/defaults';

/** The same rules with every short form taken, and nothing said that the defaults say already. */
export function shorten(file: AuthorFile): AuthorFile {
  const defaults = shortDefaults(file.Defaults, effectiveDefaults());
  return tidy({
    ...file,
    Defaults: defaults,
    Sites: file.Sites.map((site) => shortSite(site, file.Defaults ?? {})),
    Tests: file.Tests?.map((test) => shortTest(test)),
  });
}

function shortSite(site: AuthorSite, fileDefaults: AuthorDefaults): AuthorSite {
  const defaults = effectiveDefaults(fileDefaults, site.Defaults);
  const host = site.Hosts.find((name) => !name.startsWith('*.'));
  const unmatched = site.Unmatched && shortOutcome(site.Unmatched, {}, defaults);
  const isDefaultUnmatched = isSame(unmatched, shortOutcome(defaults.Unmatched, {}, defaults));
  return tidy({
    ...site,
    Id: site.Id === site.Hosts[0] ? undefined : site.Id,
    Defaults: shortDefaults(site.Defaults, effectiveDefaults(fileDefaults)),
    Rules: site.Rules?.map((rule) => shortRule(rule, defaults, host)),
    Unmatched: isDefaultUnmatched ? undefined : unmatched,
    Tests: site.Tests?.map((test) => shortTest(test, host)),
  });
}

function shortDefaults<T extends AuthorSiteDefaults>(
  own: T | undefined,
  above: EffectiveDefaults,
): T | undefined {
  if (own === undefined) return undefined;
  const entries = Object.entries(own).filter(([key, value]) => {
    return !isSame(value, above[key as keyof EffectiveDefaults]);
  });
  return Object.fromEntries(entries) as T;
}

function shortRule(rule: AuthorRule, defaults: EffectiveDefaults, host?: string): AuthorRule {
  const match = longMatch(rule.Match);
  return tidy({
    ...shortOutcome(rule, match, defaults),
    Match: shortMatch(match, defaults),
    Encoding: rule.Encoding === defaults.Encoding ? undefined : rule.Encoding,
    Tests: rule.Tests?.map((test) => shortTest(test, host)),
  });
}

function shortMatch(match: AuthorMatch, defaults: EffectiveDefaults): AuthorRule['Match'] {
  const short = tidy({
    ...match,
    On: match.On === 'Path' ? undefined : match.On,
    IgnoreCase: match.IgnoreCase === (defaults.Case === 'Ignore') ? undefined : match.IgnoreCase,
    IgnoreTrailingSlash:
      match.IgnoreTrailingSlash === (defaults.TrailingSlash === 'Ignore')
        ? undefined
        : match.IgnoreTrailingSlash,
  });
  const keys = Object.keys(short);
  if (keys.length === 0 || (keys.length === 1 && short.Path === '*')) return undefined;
  return keys.length === 1 && short.Path !== undefined ? short.Path : short;
}

function shortOutcome<T extends AuthorOutcome>(
  outcome: T,
  match: AuthorMatch,
  defaults: EffectiveDefaults,
): T {
  const hasTarget = outcome.To !== undefined;
  const unless = <V>(value: V, isDefault: boolean): V | undefined => (isDefault ? undefined : value);
  return tidy({
    ...outcome,
    Status: unless(outcome.Status, hasTarget && outcome.Status === defaults.Status),
    Path: unless(outcome.Path, !hasTarget || outcome.Path === defaultPath(match, defaults)),
    Query: unless(outcome.Query, !hasTarget || outcome.Query === defaults.Query),
    Body: shortBody(outcome.Body),
    Headers: newHeaders(outcome, defaults),
    Hsts: unless(outcome.Hsts, isSame(outcome.Hsts, defaults.Hsts)),
    CacheControl: unless(outcome.CacheControl, outcome.CacheControl === defaults.CacheControl),
  });
}

function shortBody(body: AuthorOutcome['Body']): AuthorOutcome['Body'] {
  if (body === undefined || typeof body === 'string') return body;
  return (body.ContentType ?? defaultContentType) === defaultContentType ? body.Text : body;
}

function newHeaders({ Headers, RemoveHeaders = [] }: AuthorOutcome, defaults: EffectiveDefaults) {
  if (Headers === undefined) return undefined;
  const removed = lowerCaseNames(Object.fromEntries(RemoveHeaders.map((name) => [name, ''])));
  const isNew = ([name, value]: [string, string]) =>
    name.toLowerCase() in removed || defaults.Headers[name.toLowerCase()] !== value;
  return Object.fromEntries(Object.entries(Headers).filter(isNew));
}

function shortTest(test: AuthorTest, host?: string): AuthorTest {
  const origin = `https://${host}/`;
  const url =
    host !== undefined && test.Url.startsWith(origin) ? test.Url.slice(origin.length - 1) : test.Url;
  return tidy({ ...test, Url: url, Expect: shortExpectation(test.Expect) });
}

function shortExpectation(expect: AuthorTest['Expect']): AuthorTest['Expect'] {
  if (typeof expect !== 'object') return expect;
  const short: AuthorExpectation = tidy({ ...expect });
  if (Object.keys(short).length !== 1) return short;
  return short.Location ?? short.Status ?? short;
}

/** Without members that are absent or empty; an empty list of sites stays, as a file needs one. */
function tidy<T extends object>(value: T): T {
  const isSaid = ([key, member]: [string, unknown]) =>
    member !== undefined && (key === 'Sites' || !isEmpty(member));
  return Object.fromEntries(Object.entries(value).filter(isSaid)) as T;
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Of plain data whose keys may stand in any order. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (value: object, key: string): unknown => (value as Record<string, unknown>)[key];
  return [...keys].every((key) => isSame(at(one, key), at(other, key)));
}
