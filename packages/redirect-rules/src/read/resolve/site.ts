import type { Outcome, Rule, Site } from '../../model/rule-set';
import type { AuthorDefaults, AuthorRule, AuthorSite } from '../author';
import { type EffectiveDefaults, effectiveDefaults } from '../defaults';
import type { Report } from '../problem';
import { checkShape } from '../shape/shape';
import { checkCaptures } from './captures';
import { Complaint } from './complaint';
import { hostOf } from './host';
import type { HostBook } from './host-book';
import type { Ids } from './ids';
import { checkCacheControl, checkHeaders, resolveOutcome } from './outcome';
import { resolveRule } from './rule';
import { type Asked, resolveTests } from './tests';

/** What rules of a site know of it. */
export interface SiteContext {
  readonly id: string;
  /** For examples in messages. */
  readonly host: string;
  readonly asked: Asked;
  readonly defaults: EffectiveDefaults;
  readonly ruleIds: Ids;
  readonly report: Report;
}

/** What is shared by the sites of a file. */
export interface FileContext {
  readonly defaults: AuthorDefaults | undefined;
  readonly hosts: HostBook;
  readonly siteIds: Ids;
  readonly ruleIds: Ids;
  readonly report: Report;
}

/** A site whose shape is right, with the rules whose shape is. */
export function resolveSite(site: AuthorSite, file: FileContext): Site {
  const { report } = file;
  const hosts = resolveHosts(site, file);
  const context: SiteContext = {
    id: site.Id ?? file.siteIds.takeNumbered(hosts[0] ?? 'site'),
    host: hosts.find((host) => !host.startsWith('*')) ?? 'www.example.com',
    asked: { hosts: new Set(hosts), host: hosts.find((host) => !host.startsWith('*')) },
    defaults: effectiveDefaults(file.defaults, site.Defaults),
    ruleIds: file.ruleIds,
    report,
  };
  checkHeaders(site.Defaults?.Headers, report);
  checkCacheControl(site.Defaults ?? {}, report);
  return {
    id: context.id,
    hosts,
    rules: resolveRules(site.Rules, context),
    unmatched: resolveUnmatched(site, context),
    tests: resolveTests(site.Tests, context.asked, report),
    at: report.placeOf(site),
  };
}

/** Rules that the schema has nothing against; none once there are problems enough. */
function resolveRules(rules: readonly AuthorRule[] = [], context: SiteContext): Rule[] {
  const { report } = context;
  return rules.flatMap((rule, place) =>
    report.isFull || !checkShape('Rule', rule, report, [rules, place]) ? [] : [resolveRule(rule, context)],
  );
}

function resolveHosts({ Hosts: written }: AuthorSite, { hosts: book, report }: FileContext): string[] {
  const hosts: string[] = [];
  for (const [place, text] of written.entries()) {
    const host = hostOf(text);
    const complaint = host instanceof Complaint ? host : book.take(host, report.placeOfItem(written, place));
    if (complaint !== undefined) report.ofValue(written, place, complaint.what, complaint.instead);
    else if (typeof host === 'string') hosts.push(host);
  }
  return hosts;
}

function resolveUnmatched(site: AuthorSite, { defaults, host, report }: SiteContext): Outcome {
  const written = site.Unmatched ?? defaults.Unmatched;
  const before = report.count;
  const outcome = resolveOutcome(written, {}, defaults, host, report);
  if (report.count === before) checkCaptures(written, outcome, undefined, report);
  return outcome;
}
