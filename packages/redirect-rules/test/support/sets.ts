import type { EndStatus, Outcome, RedirectStatus, Rule, RuleSet, Site } from '../../src';

export const at = { file: 'rules.yaml', line: 1, column: 1 };

/** What differs from a rule that answers any request at its site with 301. */
export interface RuleParts extends Partial<Omit<Rule, 'match' | 'outcome'>> {
  readonly match?: Partial<Rule['match']>;
  readonly to?: string;
  readonly path?: 'keep' | 'drop';
  readonly query?: 'keep' | 'drop' | 'merge';
  readonly status?: RedirectStatus | EndStatus;
  readonly outcome?: Partial<Outcome>;
}

export function rule(id: string, parts: RuleParts = {}): Rule {
  const { match, to, path = 'drop', query = 'drop', status, outcome, ...rest } = parts;
  return {
    id,
    match: {
      path: { kind: 'any' },
      ignoreCase: false,
      ignoreTrailingSlash: false,
      encoding: 'raw',
      ...match,
    },
    outcome: {
      status: status ?? (to === undefined ? 410 : 301),
      ...(to === undefined ? {} : { target: { url: to, path, query } }),
      headers: {},
      ...outcome,
    },
    silence: {},
    tests: [],
    at,
    ...rest,
  };
}

export const notFound: Outcome = { status: 404, headers: {} };

export const site = (
  hosts: string | readonly string[],
  rules: readonly Rule[],
  parts: Partial<Site> = {},
): Site => ({
  id: [hosts].flat()[0]!,
  hosts: [hosts].flat(),
  rules,
  unmatched: notFound,
  tests: [],
  at,
  ...parts,
});

export const ruleSet = (...sites: readonly Site[]): RuleSet => ({
  name: 'redirects',
  sites,
  policy: { minRuleCoverage: 0 },
  tests: [],
});

export const exact = (path: string) => ({ path: { kind: 'exact', path } }) as const;
export const pattern = (text: string) => ({ path: { kind: 'pattern', pattern: text } }) as const;
export const regex = (source: string, on: 'path' | 'uri' = 'path') =>
  ({ path: { kind: 'regex', regex: { source, ignoreCase: false }, on } }) as const;
