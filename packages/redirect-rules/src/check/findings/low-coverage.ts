import { type Check, urlOf } from '../context';

const shown = 3;

/** Fewer rules are reached by declared tests than Policy.MinRuleCoverage asks for. */
export const lowCoverage: Check = {
  name: 'low-coverage',
  severity: 'error',
  *look({ rules, coverage }) {
    const { minRuleCoverage } = rules.policy;
    if (coverage.percent >= minRuleCoverage) return;
    const examples = coverage.missed
      .slice(0, shown)
      .map(({ rule, request }) => (request === undefined ? rule.id : `${rule.id} (${urlOf(request)})`));
    const [example] = coverage.missed.flatMap(({ request }) => (request === undefined ? [] : [request]));
    const says = `declared tests reach ${coverage.reached} of ${coverage.rules} rules, ${coverage.percent} %, and Policy.MinRuleCoverage asks for ${minRuleCoverage} %. Not reached: ${examples.join(', ')}${coverage.missed.length > shown ? ', ...' : ''}.`;
    yield { says, ...(example !== undefined && { example }) };
  },
};
