import type { Encoding, Outcome, Rule, Site } from '../model/rule-set';
import { type Condition, conditionsOf } from './condition';
import { RegexProblem } from './regex/tree';
import { TargetProblem, type Template, templateOf } from './target';

/** A rule as both evaluators work with it: conditions to hold, captures to write. */
export interface Reading {
  readonly id: string;
  readonly conditions: readonly Condition[];
  readonly encoding: Encoding;
  readonly outcome: Outcome;
  /** Absent where the status is no redirect. */
  readonly template?: Template;
}

/** A rule that cannot be evaluated alike everywhere. The message says where and what to write instead. */
export class RuleProblem extends Error {
  override readonly name = 'RuleProblem';
  constructor(
    readonly rule: Rule,
    readonly what: string,
  ) {
    super(`${rule.at.file}:${rule.at.line}:${rule.at.column}: rule ${rule.id}: ${what}`);
  }
}

/** @throws RuleProblem */
export function readingOf(rule: Rule): Reading {
  try {
    const conditions = conditionsOf(rule);
    return {
      id: rule.id,
      conditions,
      encoding: rule.match.encoding,
      outcome: rule.outcome,
      template: rule.outcome.target && templateOf(rule.outcome.target, rule, conditions),
    };
  } catch (error) {
    if (!(error instanceof RegexProblem || error instanceof TargetProblem)) throw error;
    throw new RuleProblem(rule, error.message);
  }
}

/** What answers when no rule does: a rule without conditions. */
export const unmatchedOf = (site: Site): Reading => ({
  id: 'unmatched',
  conditions: [],
  encoding: 'raw',
  outcome: site.unmatched,
  template: site.unmatched.target && templateOf(site.unmatched.target, undefined, []),
});
