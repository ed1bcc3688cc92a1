import type { RuleSet } from '../src/model/rule-set';
import { readRules } from '../src/read/read-rules';

/** The rules of a file that has no mistake. */
export function rulesOf(text: string): RuleSet {
  const { rules, problems } = readRules(text, 'rules.yaml');
  if (rules === undefined) throw new Error(problems.map(({ line, what }) => `${line}: ${what}`).join('\n'));
  return rules;
}
