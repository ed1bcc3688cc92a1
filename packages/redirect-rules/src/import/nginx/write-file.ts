import type { AuthorDefaults, AuthorFile } from '../../read/author';
import { readRules } from '../../read/read-rules';
import { writeRules } from '../../write/write-rules';
import type { Reporter } from '../report';
import type { HeaderSet } from './hsts';
import { answeredHeaders, type LinedPlan, type SitePlan, siteOf } from './plan';

/**
 * The file without sites that its own reader would complain about: what another engine took, such as a host without a
 * dot, may be none for a distribution.
 */
export function readableFile(plans: readonly LinedPlan[], comment: string, report: Reporter): AuthorFile {
  const file = fileOf(plans, comment);
  if (problemsOf(file).length === 0) return file;
  const readable = plans.filter((plan) => {
    const problems = problemsOf(fileOf([plan]));
    for (const { what, instead } of problems)
      report.refused(plan.line, plan.hosts[0] ?? '', `${what} ${instead}`);
    return problems.length === 0;
  });
  return fileOf(readable, comment);
}

const problemsOf = (file: AuthorFile) => readRules(writeRules(file), 'rules.yaml').problems;

/** The file with what most of its rules have in common as its defaults. */
function fileOf(plans: readonly SitePlan[], comment?: string): AuthorFile {
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
    Sites: plans.map((plan) => siteOf(plan, headers, defaults.Status ?? 301)),
  };
}

function fileHeaders(plans: readonly SitePlan[]): HeaderSet {
  const sets = plans.flatMap(answeredHeaders);
  return {
    hsts: mostFrequent(sets.map(({ hsts }) => hsts)) ?? false,
    cacheControl: mostFrequent(sets.map(({ cacheControl }) => cacheControl)) ?? false,
    others: usualHeaders(sets),
  };
}

/** Those of more than half of all answers; the others remove them. */
function usualHeaders(sets: readonly HeaderSet[]): HeaderSet['others'] {
  const counts = new Map<string, { key: string; header: { name: string; value: string }; count: number }>();
  for (const [key, header] of sets.flatMap(({ others }) => [...others])) {
    const id = `${key}: ${header.value}`;
    counts.set(id, { key, header, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  const usual = [...counts.values()].filter(({ count }) => count * 2 > sets.length);
  return new Map(usual.map(({ key, header }) => [key, header]));
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
