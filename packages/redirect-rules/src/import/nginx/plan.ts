import type {
  AuthorRedirectStatus,
  AuthorRule,
  AuthorSite,
  AuthorSiteDefaults,
  AuthorTest,
} from '../../read/author';
import { type HeaderSet, headerSet } from './hsts';
import { testRegex } from './regex';
import type { PlainRule } from './rule';
import type { AddedHeader } from './server';

/** A site before defaults are taken out of its rules. */
export interface SitePlan {
  readonly hosts: readonly string[];
  readonly comment?: string;
  readonly rules: readonly PlainRule[];
  /** Of the 404 where no rule answers. */
  readonly unmatchedHeaders: readonly AddedHeader[];
  readonly tests?: readonly AuthorTest[];
}

/** A site, and where the other engine's file speaks of it. */
export interface LinedPlan extends SitePlan {
  readonly line: number;
}

/** What stands in the defaults around a rule. */
export interface Around {
  readonly headers: HeaderSet;
  readonly encoding: 'Raw' | 'Nginx';
}

/** Some rule answers any request, so that nothing is left unmatched. */
const isComplete = ({ rules }: SitePlan): boolean =>
  rules.some(({ match }) => Object.keys(match).length === 0);

/** Whatever the query; of regexes a guess, as the rule may ask for more than the path. */
export const answersRoot = ({ match: { Path, Regex: regex } }: PlainRule): boolean =>
  regex === undefined
    ? Path === undefined || Path === '/' || Path === '/*'
    : testRegex({ source: regex, ignoreCase: false }, '/') !== null;

/** Header sets of everything that the site can answer. */
export function answeredHeaders(plan: SitePlan): HeaderSet[] {
  const ofRules = plan.rules.map(({ headers }) => headerSet(headers));
  return isComplete(plan) ? ofRules : [...ofRules, headerSet(plan.unmatchedHeaders)];
}

/** A site that says what the file's defaults do not say already, its own defaults first. */
export function siteOf(plan: SitePlan, file: HeaderSet, fileStatus: number): AuthorSite {
  const answered = answeredHeaders(plan);
  const encoding = plan.rules.some((rule) => rule.encoding === 'Nginx') ? 'Nginx' : 'Raw';
  const headers = siteHeaders(answered, file);
  const around: Around = { headers, encoding };
  const statuses = plan.rules.filter(({ to }) => to !== undefined).map(({ status }) => status);
  const status = statuses.length > 1 ? shared(statuses) : undefined;
  const defaults: AuthorSiteDefaults = {
    ...(status === undefined || status === fileStatus ? {} : { Status: status as AuthorRedirectStatus }),
    ...(headers.others === file.others ? {} : { Headers: namesAndValues(headers) }),
    ...(headers.hsts === file.hsts ? {} : { Hsts: headers.hsts }),
    ...(headers.cacheControl === file.cacheControl ? {} : { CacheControl: headers.cacheControl }),
    ...(encoding === 'Raw' ? {} : { Encoding: encoding }),
  };
  const unmatched = { Status: 404 as const, ...outcomeHeaders(headerSet(plan.unmatchedHeaders), headers) };
  return {
    ...(plan.comment === undefined ? {} : { comment: plan.comment }),
    Hosts: plan.hosts,
    ...(Object.keys(defaults).length === 0 ? {} : { Defaults: defaults }),
    Rules: plan.rules.map((rule) => authorRule(rule, around)),
    ...(isComplete(plan) ? {} : { Unmatched: unmatched }),
    ...(plan.tests === undefined || plan.tests.length === 0 ? {} : { Tests: plan.tests }),
  };
}

/** What all answers of the site have in common, on top of what the file says. */
function siteHeaders(answered: readonly HeaderSet[], file: HeaderSet): HeaderSet {
  const common = commonHeaders(answered);
  const added = [...common.others].filter(([key, { value }]) => file.others.get(key)?.value !== value);
  const others = added.length === 0 ? file.others : new Map([...file.others, ...added]);
  return {
    hsts: shared(answered.map(({ hsts }) => hsts)) ?? file.hsts,
    cacheControl: shared(answered.map(({ cacheControl }) => cacheControl)) ?? file.cacheControl,
    others,
  };
}

function authorRule(rule: PlainRule, { headers, encoding }: Around): AuthorRule {
  const own = rule.encoding !== undefined && rule.encoding !== encoding ? { Encoding: rule.encoding } : {};
  const target = rule.to && { To: rule.to.url, Path: rule.to.path, Query: rule.to.query };
  return {
    ...(rule.comment === undefined ? {} : { comment: rule.comment }),
    Match: rule.match,
    ...target,
    Status: rule.status,
    ...(rule.body === undefined ? {} : { Body: { Text: rule.body, ContentType: 'text/plain' } }),
    ...outcomeHeaders(headerSet(rule.headers), headers),
    ...own,
  };
}

function outcomeHeaders(own: HeaderSet, around: HeaderSet) {
  const added = [...own.others].filter(([key, { value }]) => around.others.get(key)?.value !== value);
  const removed = [...around.others].filter(([key]) => !own.others.has(key)).map(([, { name }]) => name);
  return {
    ...(added.length === 0
      ? {}
      : { Headers: Object.fromEntries(added.map(([, { name, value }]) => [name, value])) }),
    ...(removed.length === 0 ? {} : { RemoveHeaders: removed }),
    Hsts: own.hsts,
    CacheControl: own.cacheControl,
  };
}

const namesAndValues = ({ others }: HeaderSet): Record<string, string> =>
  Object.fromEntries([...others.values()].map(({ name, value }) => [name, value]));

/** Headers that every one of the sets has. */
function commonHeaders(sets: readonly HeaderSet[]): Pick<HeaderSet, 'others'> {
  const [first, ...rest] = sets;
  const isCommon = ([key, { value }]: [string, { value: string }]) =>
    rest.every(({ others }) => others.get(key)?.value === value);
  return { others: new Map([...(first?.others ?? [])].filter(isCommon)) };
}

/** The value that all of them are; undefined where they differ. */
function shared<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : undefined;
}
