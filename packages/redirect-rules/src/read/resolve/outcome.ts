import type { Body, EndStatus, Hsts, Outcome, RedirectStatus } from '../../model/rule-set';
import type { AuthorHsts, AuthorMatch, AuthorOutcome } from '../author';
import { defaultContentType, defaultPath, type EffectiveDefaults, lowerCaseNames } from '../defaults';
import { type Report, shown } from '../problem';
import { oneOf } from '../shape/nearest';
import { checkHeaderName, checkHeaderValue } from './header';
import { checkTarget } from './target';

const redirects: readonly number[] = [301, 302, 303, 307, 308];
const isRedirect = (status: number): status is RedirectStatus => redirects.includes(status);

/** What is answered, with everything that the defaults say in it. */
export function resolveOutcome(
  outcome: AuthorOutcome,
  match: AuthorMatch,
  defaults: EffectiveDefaults,
  host: string,
  report: Report,
): Outcome {
  checkStatus(outcome, report);
  const shared = {
    headers: resolveHeaders(outcome, defaults, report),
    ...resolveHsts(outcome.Hsts ?? defaults.Hsts),
    ...resolveCacheControl(outcome, defaults, report),
  };
  if (outcome.To === undefined) {
    const body = outcome.Body === undefined ? {} : { body: resolveBody(outcome.Body, report) };
    return { status: (outcome.Status ?? 404) as EndStatus, ...body, ...shared };
  }
  const complaint = checkTarget(outcome.To, host);
  if (complaint !== undefined) report.ofValue(outcome, 'To', complaint.what, complaint.instead);
  const target = {
    url: outcome.To,
    path: (outcome.Path ?? defaultPath(match, defaults)) === 'Keep' ? ('keep' as const) : ('drop' as const),
    query: queries[outcome.Query ?? defaults.Query],
  };
  return { status: (outcome.Status ?? defaults.Status) as RedirectStatus, target, ...shared };
}

const queries = { Keep: 'keep', Drop: 'drop', Merge: 'merge' } as const;

/** A target with a status that redirects, or a status that ends. */
function checkStatus(outcome: AuthorOutcome, report: Report): void {
  const { To: to, Status: status } = outcome;
  if (to === undefined && status === undefined)
    report.ofWhole(
      outcome,
      'Nothing says what is answered.',
      'Add To: https://www.example.com/, or Status: 410.',
    );
  else if (to === undefined && isRedirect(status!))
    report.ofValue(outcome, 'Status', `Status ${status} leads nowhere.`, 'Add To: https://www.example.com/.');
  else if (to !== undefined && status !== undefined && !isRedirect(status))
    report.ofValue(
      outcome,
      'Status',
      `Status ${status} is no redirect, and there is a target.`,
      `Write ${oneOf(redirects)}, or remove To.`,
    );
  if (status === 200 && outcome.Body === undefined)
    report.ofValue(outcome, 'Status', 'Status 200 shows a page, and there is none.', 'Add Body.');
  const useless = to === undefined ? (['Path', 'Query'] as const) : (['Body'] as const);
  for (const key of useless)
    if (outcome[key] !== undefined)
      report.ofKey(
        outcome,
        key,
        to === undefined ? `${key} is for answers with a target.` : 'A redirect has no Body.',
        `Remove ${key}${to === undefined ? ', or add To' : ''}.`,
      );
}

function resolveHeaders(outcome: AuthorOutcome, defaults: EffectiveDefaults, report: Report) {
  const headers = { ...defaults.Headers };
  for (const [place, name] of (outcome.RemoveHeaders ?? []).entries()) {
    const hint =
      removal[name.toLowerCase()] ?? `The defaults have ${oneOf(Object.keys(headers)) || 'no headers'}.`;
    if (!Object.hasOwn(headers, name.toLowerCase()))
      report.ofValue(outcome.RemoveHeaders, place, `The defaults have no header ${shown(name)}.`, hint);
    delete headers[name.toLowerCase()];
  }
  checkHeaders(outcome.Headers, report);
  return { ...headers, ...lowerCaseNames(outcome.Headers) };
}

const removal: Readonly<Record<string, string>> = {
  'cache-control': 'Write CacheControl: false.',
  'strict-transport-security': 'Write Hsts: false.',
};

/** Reports headers that an answer cannot have. */
export function checkHeaders(headers: AuthorOutcome['Headers'], report: Report): void {
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers ?? {})) {
    const ofName = checkHeaderName(name);
    if (ofName !== undefined) report.ofKey(headers, name, ofName.what, ofName.instead);
    else if (seen.has(name.toLowerCase()))
      report.ofKey(
        headers,
        name,
        `${shown(name)} stands here twice, as names are read without case.`,
        'Keep one.',
      );
    seen.add(name.toLowerCase());
    const ofValue = checkHeaderValue(value);
    if (ofValue !== undefined) report.ofValue(headers, name, ofValue.what, ofValue.instead);
  }
}

function resolveHsts(hsts: AuthorHsts | false): { hsts?: Hsts } {
  if (hsts === false) return {};
  const { MaxAge, IncludeSubDomains = false, Preload = false } = hsts;
  return { hsts: { maxAgeSeconds: MaxAge, includeSubDomains: IncludeSubDomains, preload: Preload } };
}

function resolveCacheControl(outcome: AuthorOutcome, defaults: EffectiveDefaults, report: Report) {
  const value = outcome.CacheControl ?? defaults.CacheControl;
  if (typeof value !== 'string') return {};
  checkCacheControl(outcome, report);
  return { cacheControl: value };
}

/** Reports a Cache-Control that no header can say. */
export function checkCacheControl(
  container: { readonly CacheControl?: string | false },
  report: Report,
): void {
  const complaint = checkHeaderValue(container.CacheControl || '');
  if (complaint !== undefined) report.ofValue(container, 'CacheControl', complaint.what, complaint.instead);
}

function resolveBody(body: NonNullable<AuthorOutcome['Body']>, report: Report): Body {
  if (typeof body === 'string') return { text: body, contentType: defaultContentType };
  const complaint = checkHeaderValue(body.ContentType ?? '');
  if (complaint !== undefined) report.ofValue(body, 'ContentType', complaint.what, complaint.instead);
  return { text: body.Text, contentType: body.ContentType ?? defaultContentType };
}
