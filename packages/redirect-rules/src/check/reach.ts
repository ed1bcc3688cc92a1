import { candidateOf } from '../generate/candidates';
import type { Request } from '../model/exchange';
import type { Rule } from '../model/rule-set';
import type { Context, Subject } from './context';
import { covers } from './cover/covers';

/** Why no example reaches a rule. */
export interface Unreached {
  readonly request: Request;
  /** It matches whatever the rule matches: proved. */
  readonly coveredBy?: Rule;
  /** Otherwise: what answered the requests that the rule matches. */
  readonly answeredBy: readonly string[];
}

const variants = 24;
/** Earlier rules without an exact path that are looked at for a proof. */
const maxEarlier = 500;

/** Undefined where a request reaches the rule, where nothing that we made matches it, or where it has expired. */
export function unreached(context: Context, { site, rule }: Subject & { rule: Rule }): Unreached | undefined {
  if (rule.expires !== undefined && rule.expires <= context.now) return undefined;
  if (context.examplesOf({ site, rule, outcome: rule.outcome }).length > 0) return undefined;
  const alone = context.alone({ site, rule, outcome: rule.outcome });
  const matching = Array.from({ length: variants }, (_, variant) =>
    candidateOf(site, rule, variant, context.now),
  ).filter((request) => alone(request).rule === rule.id);
  const [request] = matching;
  if (request === undefined) return undefined;
  const answeredBy = [...new Set(matching.map((each) => context.answer(each).rule))];
  const earlier = site.rules.slice(0, site.rules.indexOf(rule));
  const winners = earlier.filter(({ id }) => answeredBy.includes(id));
  const others = earlier.filter(({ match }) => match.path.kind !== 'exact').slice(0, maxEarlier);
  const coveredBy = [...winners, ...others].find((each) => covers(each, rule, context.now));
  return { request, answeredBy, ...(coveredBy !== undefined && { coveredBy }) };
}
