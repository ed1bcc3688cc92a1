import type { Path } from '../template-error';
import { type Condition, isTrue, readRuleCondition } from './condition';
import type { Plain } from './document';
import type { Refuse } from './expression';
import { keysOnly } from './keys';
import type { Scope } from './scope';

/** An entry of the Rules section: what must be true of the parameters before anything is made. */
export interface Rule {
  /** The rule counts only where this is true. */
  readonly condition?: Condition;
  readonly assertions: readonly Assertion[];
}

interface Assertion {
  readonly assert: Condition;
  readonly description: string;
  readonly at: Path;
}

const ruleKeys = { supported: ['Assertions', 'RuleCondition'], unsupported: [] };
const assertionKeys = { supported: ['Assert', 'AssertDescription'], unsupported: [] };

export function readRule(plain: Plain, at: Path, refuse: Refuse): Rule {
  const entry = keysOnly(plain, ruleKeys, 'a rule', at, refuse);
  const assertions = entry.Assertions;
  if (!Array.isArray(assertions)) return refuse({ at: [...at, 'Assertions'], text: 'must be a list' });
  return {
    ...(entry.RuleCondition !== undefined && {
      condition: readRuleCondition(entry.RuleCondition, [...at, 'RuleCondition'], refuse),
    }),
    assertions: assertions.map((each, index) => readAssertion(each, [...at, 'Assertions', index], refuse)),
  };
}

function readAssertion(plain: Plain, at: Path, refuse: Refuse): Assertion {
  const { Assert, AssertDescription } = keysOnly(plain, assertionKeys, 'an assertion', at, refuse);
  if (Assert === undefined) return refuse({ at, text: 'Assert is missing' });
  return {
    assert: readRuleCondition(Assert, [...at, 'Assert'], refuse),
    description: typeof AssertDescription === 'string' ? AssertDescription : 'the assertion is not true',
    at,
  };
}

/** Refuses for the first assertion that is not true, in the author's words. */
export function checkRules(rules: readonly Rule[], scope: Scope, refuse: Refuse): void {
  // Rules have no names of conditions in them.
  const holds = (condition: Condition): boolean => isTrue(condition, scope, () => false);
  for (const { condition, assertions } of rules) {
    if (condition && !holds(condition)) continue;
    for (const { assert, description, at } of assertions)
      if (!holds(assert)) refuse({ at, text: description });
  }
}
