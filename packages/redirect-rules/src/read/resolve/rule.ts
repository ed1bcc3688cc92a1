import type { Rule } from '../../model/rule-set';
import type { AuthorRule } from '../author';
import { longMatch } from '../defaults';
import type { Report } from '../problem';
import { checkCaptures } from './captures';
import { Complaint } from './complaint';
import { momentOf } from './date';
import { resolveMatch } from './match';
import { resolveOutcome } from './outcome';
import type { SiteContext } from './site';
import { resolveTests } from './tests';

/** A rule with everything that the defaults say in it; what is wrong with it is reported. */
export function resolveRule(rule: AuthorRule, context: SiteContext): Rule {
  const { defaults, report } = context;
  const before = report.count;
  const match = resolveMatch(rule, defaults, report);
  const outcome = resolveOutcome(rule, longMatch(rule.Match), defaults, context.host, report);
  const resolved: Rule = {
    id: rule.Id ?? context.ruleIds.takeFor(context.id, match),
    match,
    outcome,
    ...resolveTimes(rule, report),
    ...(rule.Owner !== undefined && { owner: rule.Owner }),
    ...(rule.Ticket !== undefined && { ticket: rule.Ticket }),
    ...(rule.Note !== undefined && { note: rule.Note }),
    silence: rule.Silence ?? nothing,
    tests: resolveTests(rule.Tests, context.asked, report),
    at: report.placeOf(rule),
  };
  if (report.count === before) checkCaptures(rule, outcome, resolved, report);
  return resolved;
}

const nothing: Readonly<Record<string, string>> = {};

function resolveTimes(rule: AuthorRule, report: Report): Pick<Rule, 'notBefore' | 'expires'> {
  const notBefore = resolveTime(rule, 'NotBefore', report);
  const expires = resolveTime(rule, 'Expires', report);
  if (notBefore !== undefined && expires !== undefined && notBefore >= expires)
    report.ofValue(
      rule,
      'Expires',
      'The rule expires before it begins.',
      'Make Expires later than NotBefore.',
    );
  return { ...(notBefore !== undefined && { notBefore }), ...(expires !== undefined && { expires }) };
}

function resolveTime(rule: AuthorRule, key: 'NotBefore' | 'Expires', report: Report): number | undefined {
  const text = rule[key];
  if (text === undefined) return undefined;
  const moment = momentOf(text);
  if (!(moment instanceof Complaint)) return moment;
  report.ofValue(rule, key, moment.what, moment.instead);
  return undefined;
}
