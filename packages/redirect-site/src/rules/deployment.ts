import type { DeclaredTest, Outcome, Place, Rule, RuleSet, Site } from '@cutover/redirect-rules';
import type { Deployment } from '../declaration';

/**
 * A distribution's own domain name reaches it whatever its aliases are, and no rule can be about it: so what is asked
 * there stands before nobody's rule.
 */
const OWN_NAME = '*.cloudfront.net';

/**
 * The rules with two more answers: which version this is, and who deployed it when. On declared hosts they stand
 * behind all rules.
 */
export function withDeployment(
  rules: RuleSet,
  deployment: Deployment | undefined,
  digest: string,
  generation: number,
): RuleSet {
  if (!deployment) return rules;
  const at: Place = { file: 'Deployment', line: 1, column: 1 };
  const told = answersOf(deployment, digest, generation).map(
    ([id, path, body]): Rule => ({ ...ruleFor(path, body), id: `deployment-${id}`, at }),
  );
  const own: Site = { id: 'deployment', hosts: [OWN_NAME], rules: told, unmatched, tests: NONE, at };
  const hosts = new Set(deployment.Hosts ?? []);
  const sites = rules.sites.map((site, place) =>
    site.hosts.some((host) => hosts.has(host))
      ? { ...site, rules: [...site.rules, ...told.map((rule) => ({ ...rule, id: `${rule.id}-${place}` }))] }
      : site,
  );
  return { ...rules, sites: [...sites, own] };
}

function answersOf(
  deployment: Deployment,
  digest: string,
  generation: number,
): [id: string, path: string, body: Record<string, unknown>][] {
  const { Branch, Revision, Version, DeployedBy, DeployedEnv, DeployedWhen } = deployment;
  const { VersionPath = '/version', DeployedPath = '/deployed', ShowDeployedBy } = deployment;
  // Names of people are shown to the world only on request.
  const by = String(ShowDeployedBy ?? false) === 'true' ? DeployedBy : undefined;
  const which = { RULES_DIGEST: digest, GENERATION: generation };
  return [
    ['version', VersionPath, { BRANCH: Branch, REVISION: Revision, VERSION: Version, ...which }],
    [
      'deployed',
      DeployedPath,
      { DEPLOYED_BY: by, DEPLOYED_ENV: DeployedEnv, DEPLOYED_WHEN: DeployedWhen, ...which },
    ],
  ];
}

const NONE: readonly DeclaredTest[] = [];
const unmatched: Outcome = { status: 404, headers: {} };

const ruleFor = (path: string, body: unknown): Omit<Rule, 'id' | 'at'> => ({
  match: { path: { kind: 'exact', path }, ignoreCase: false, ignoreTrailingSlash: false, encoding: 'raw' },
  outcome: {
    status: 200,
    headers: {},
    cacheControl: 'no-store',
    body: { text: JSON.stringify(body), contentType: 'application/json' },
  },
  silence: {},
  tests: NONE,
});
