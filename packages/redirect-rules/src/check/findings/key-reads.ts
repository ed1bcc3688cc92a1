import { SiteProblem } from '../../compile/problem';
import { budgets } from '../../layout/limits';
import type { Rule, Site } from '../../model/rule-set';
import { type Check, type Context, type Subject, urlOf } from '../context';

const name = 'key-reads';

/** A site with so many rules that only trying finds: each thousand bytes of them are a read for every request. */
export const keyReads: Check = {
  name,
  severity: 'warning',
  *look(context) {
    const { compiled, rules } = context;
    if (compiled instanceof SiteProblem) return;
    for (const { site: id, reads } of compiled.slowSites) {
      const site = rules.sites.find((each) => each.id === id)!;
      const subject = subjectOf(site);
      const example = lastAsked(context, site);
      const shown = example === undefined ? '' : `, such as ${urlOf(example)},`;
      yield {
        subject,
        says:
          `a request to ${site.hosts[0]}${shown} may take ${reads} key reads; the aim is ${budgets.keyReads}, and each ` +
          'is billed and waited for. Write paths without a pattern where they can be listed, begin patterns with ' +
          'different first segments, or give some of the rules a host of their own.',
        ...(example !== undefined && { example }),
      };
    }
  },
};

/** A finding of a whole site is told at, and silenced by, one of its rules: the one that says so, or the first slow one. */
function subjectOf(site: Site): Subject {
  const isSlow = ({ match }: Rule): boolean => match.path.kind !== 'exact';
  const rule =
    site.rules.find(({ silence }) => silence[name] !== undefined) ?? site.rules.find(isSlow) ?? site.rules[0];
  return rule === undefined ? { site, outcome: site.unmatched } : { site, rule, outcome: rule.outcome };
}

/** What is asked of every rule: a request that none answers, or the last. */
function lastAsked(context: Context, site: Site) {
  const [unmatched] = context.examplesOf({ site, outcome: site.unmatched });
  const rule = site.rules.at(-1);
  return unmatched ?? (rule && context.examplesOf({ site, rule, outcome: rule.outcome })[0]);
}
