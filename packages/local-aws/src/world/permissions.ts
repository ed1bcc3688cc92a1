import { AwsFailure } from './failure';
import { arnOf } from './identity';
import type { Caller, Need } from './operation';
import { listOf, matchesPattern } from './wildcards';
import type { PolicyDocument, ServiceName, Statement, World } from './world';

/**
 * Whether a caller may do what an operation needs. Administrators may do everything. A role needs an Allow that
 * matches action and resource, and a matching Deny wins over any number of Allows.
 */
export function isAllowed(world: World, caller: Caller, need: Need): boolean {
  return verdictOn(world, caller, need) === 'allowed';
}

type Verdict = 'allowed' | 'denied' | 'unmentioned';

function verdictOn(world: World, caller: Caller, need: Need): Verdict {
  if (!caller.roleArn) return 'allowed';
  // A role that is gone allows nothing, whatever sessions of it are still about.
  const policies = world.roles.get(caller.roleArn)?.policies ?? [];
  const matching = policies.flatMap((policy) => matchingStatements(policy, need));
  if (matching.some((statement) => statement.Effect === 'Deny')) return 'denied';
  return matching.length > 0 ? 'allowed' : 'unmentioned';
}

const matchingStatements = (policy: PolicyDocument, need: Need): Statement[] =>
  listOf(policy.Statement).filter((statement) => {
    const matches = mentionsAction(statement, need.action) && mentionsResource(statement, need.resource);
    if (matches && statement.Condition) throw conditionNotModelled(statement);
    return matches;
  });

/** Actions are compared without regard to case, as IAM does. */
const mentionsAction = (statement: Statement, action: string): boolean =>
  listOf(statement.Action).some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase()));

const mentionsResource = (statement: Statement, resource: string): boolean =>
  listOf(statement.Resource).some((pattern) => matchesPattern(pattern, resource));

const conditionNotModelled = (statement: Statement): AwsFailure =>
  new AwsFailure(
    'NotImplemented',
    400,
    `A permission policy has a Condition (${Object.keys(statement.Condition ?? {}).join(', ')}), which the local ` +
      'AWS does not evaluate: only trust policies may have conditions here. Write the statement without it.',
  );

/** @throws AwsFailure AccessDenied for the first need that is not allowed. */
export function demand(world: World, caller: Caller, service: ServiceName, needs: readonly Need[]): void {
  if (!caller.roleArn) return;
  for (const need of needs) {
    const verdict = verdictOn(world, caller, need);
    if (verdict !== 'allowed') throw accessDenied(caller, service, need, verdict);
  }
}

/** Services that speak JSON name it otherwise, and with 400. */
const speaksJson = new Set<ServiceName>(['acm', 'codeconnections', 'servicequotas', 'ssm']);

export function accessDenied(
  caller: Caller,
  service: ServiceName,
  need: Need,
  verdict: 'denied' | 'unmentioned' = 'unmentioned',
): AwsFailure {
  const because =
    verdict === 'denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${need.action} action`;
  const message = `User: ${arnOf(caller)} is not authorized to perform: ${need.action} on resource: ${need.resource} ${because}`;
  if (service === 'cloudfront-keyvaluestore') return new AwsFailure('AccessDeniedException', 403, message);
  return speaksJson.has(service)
    ? new AwsFailure('AccessDeniedException', 400, message)
    : new AwsFailure('AccessDenied', 403, message);
}
