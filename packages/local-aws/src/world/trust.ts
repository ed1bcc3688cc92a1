import { AwsFailure } from './failure';
import { arnOf } from './identity';
import type { Caller } from './operation';
import { listOf, matchesPattern } from './wildcards';
import type { Role, Statement, World } from './world';

/** Who wants to become a role. */
export type Assumer =
  | { readonly caller: Caller; readonly externalId?: string }
  /** An AWS service acting for an account, as CloudFormation does with the role of a resource type. */
  | { readonly service: string; readonly sourceAccount?: string; readonly sourceArn?: string };

/**
 * Whether the trust policy of `role` lets `assumer` in. That the caller's own policies allow sts:AssumeRole is
 * asked at the gate, like every other need.
 */
export function mayAssume(world: World, role: Role, assumer: Assumer): boolean {
  const matching = listOf(role.trust.Statement).filter(
    (statement) =>
      listOf(statement.Action).some((pattern) => matchesPattern(pattern.toLowerCase(), 'sts:assumerole')) &&
      trusts(world, statement.Principal, assumer) &&
      conditionsHold(statement, contextOf(assumer)),
  );
  return matching.length > 0 && matching.every((statement) => statement.Effect === 'Allow');
}

function trusts(world: World, principal: unknown, assumer: Assumer): boolean {
  if (principal === '*') return true;
  const named = (principal ?? {}) as { AWS?: string | string[]; Service?: string | string[] };
  if ('service' in assumer) return listOf(named.Service).includes(assumer.service);
  const { accountId, roleArn } = assumer.caller;
  return listOf(named.AWS).some((trusted) => {
    if (trusted === '*' || trusted === accountId || trusted === `arn:aws:iam::${accountId}:root`) return true;
    // A trust in a role by name ends with the role: AWS turns the ARN into the id of the role that was meant.
    return trusted === arnOf(assumer.caller) || (trusted === roleArn && world.roles.has(trusted));
  });
}

/** The condition keys that AssumeRole brings along; a key that is absent fails every condition on it. */
const contextOf = (assumer: Assumer): Record<string, string | undefined> =>
  'service' in assumer
    ? { 'aws:sourceaccount': assumer.sourceAccount, 'aws:sourcearn': assumer.sourceArn }
    : {
        'sts:externalid': assumer.externalId,
        'aws:principalaccount': assumer.caller.accountId,
        'aws:principalarn': assumer.caller.roleArn ?? arnOf(assumer.caller),
      };

const operators: Record<string, (wanted: string, actual: string) => boolean> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringLike: matchesPattern,
  ArnEquals: matchesPattern,
  ArnLike: matchesPattern,
};

function conditionsHold(statement: Statement, context: Record<string, string | undefined>): boolean {
  return Object.entries(statement.Condition ?? {}).every(([operator, tests]) => {
    const holds = operators[operator];
    if (!holds) throw operatorNotModelled(operator);
    return Object.entries(tests).every(([key, wanted]) => {
      const actual = context[key.toLowerCase()];
      return actual !== undefined && listOf(wanted).some((value) => holds(value, actual));
    });
  });
}

const operatorNotModelled = (operator: string): AwsFailure =>
  new AwsFailure(
    'NotImplemented',
    400,
    `A trust policy uses the condition operator ${operator}, which the local AWS does not evaluate. ` +
      `It knows ${Object.keys(operators).join(', ')}.`,
  );
