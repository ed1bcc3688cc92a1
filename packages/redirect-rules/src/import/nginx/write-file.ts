import type { AuthorDefaults, AuthorFile } from '../../read/author';
import type { HeaderSet } from './hsts';
import { answeredHeaders, commonHeaders, type SitePlan, siteOf } from './plan';

/** The file with what most of its rules have in common as its defaults. */
export function fileOf(plans: readonly SitePlan[], comment?: string): AuthorFile {
  const headers = fileHeaders(plans);
  const rules = plans.flatMap((plan) => plan.rules);
  const targets = rules.flatMap(({ to }) => (to === undefined ? [] : [to]));
  const ofWholeHosts = rules.filter(({ match }) => Object.keys(match).length === 0);
  const taking = (path: 'Keep' | 'Drop') => ofWholeHosts.filter(({ to }) => to?.path === path).length;
  const defaults: AuthorDefaults = {
    ...statusOf(rules.filter(({ to }) => to !== undefined).map(({ status }) => status)),
    ...(taking('Keep') > taking('Drop') ? { Path: 'Keep' } : {}),
    Query: targets.filter(({ query }) => query === 'Drop').length * 2 > targets.length ? 'Drop' : 'Keep',
    ...(headers.others.size === 0
      ? {}
      : {
          Headers: Object.fromEntries([...headers.others.values()].map(({ name, value }) => [name, value])),
        }),
    ...(headers.hsts === false ? {} : { Hsts: headers.hsts }),
    ...(headers.cacheControl === false ? {} : { CacheControl: headers.cacheControl }),
  };
  return {
    ...(comment === undefined ? {} : { comment }),
    Defaults: defaults,
    Sites: plans.map((plan) => siteOf(plan, headers)),
  };
}

function fileHeaders(plans: readonly SitePlan[]): HeaderSet {
  const sets = plans.flatMap(answeredHeaders);
  return {
    hsts: mostFrequent(sets.map(({ hsts }) => hsts)) ?? false,
    cacheControl: mostFrequent(sets.map(({ cacheControl }) => cacheControl)) ?? false,
    others: commonHeaders(sets).others,
  };
}

function statusOf(statuses: readonly number[]): AuthorDefaults {
  const status = mostFrequent(statuses);
  return status === undefined || status === 301 ? {} : { Status: status as 302 };
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].reduce<{ value?: T; count: number }>(
    (best, next) => (next.count > best.count ? next : best),
    { count: 0 },
  ).value;
}
