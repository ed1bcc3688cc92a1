import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts';
import { AwsFailure } from '../failure';
import { arnOf } from '../identity';
import type { Caller, Operation } from '../operation';
import { type Assumer, mayAssume } from '../trust';
import { isDuration, openSession, roleId } from './session';

const hour = 3600;

/** Needs both sides: the caller's own policies (asked at the gate) and the role's trust policy. */
export const assumeRole: Operation<AssumeRoleRequest, AssumeRoleResponse> = {
  service: 'sts',
  name: 'AssumeRole',
  needs: (input) => [{ action: 'sts:AssumeRole', resource: input.RoleArn ?? '*' }],
  perform: (world, input, caller) => {
    const durationSeconds = input.DurationSeconds ?? hour;
    check(input, durationSeconds, caller);
    const role = world.roles.get(input.RoleArn ?? '');
    // A role that does not exist is denied like one that does not trust: STS tells strangers nothing.
    if (!role || !mayAssume(world, role, assumerOf(input, caller)))
      throw new AwsFailure(
        'AccessDenied',
        403,
        `User: ${arnOf(caller)} is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn}`,
      );
    const sessionName = input.RoleSessionName ?? '';
    const assumed: Caller = {
      accountId: role.accountId,
      roleArn: role.arn,
      sessionName,
      region: caller.region,
    };
    return {
      Credentials: openSession(world, {
        accountId: role.accountId,
        roleArn: role.arn,
        sessionName,
        durationSeconds,
      }),
      AssumedRoleUser: { AssumedRoleId: `${roleId(world, role.arn)}:${sessionName}`, Arn: arnOf(assumed) },
    };
  },
};

/**
 * An administrator who calls on behalf of a registry type plays CloudFormation: `cfn test --source-account` sends what
 * the registry sends when it assumes the type's role. On AWS only the service itself may.
 */
function assumerOf({ ExternalId: externalId }: AssumeRoleRequest, caller: Caller): Assumer {
  const { onBehalfOf, roleArn } = caller;
  if (!onBehalfOf || roleArn) return { caller, externalId };
  const { account, arn } = onBehalfOf;
  return { service: 'resources.cloudformation.amazonaws.com', sourceAccount: account, sourceArn: arn };
}

function check(input: AssumeRoleRequest, durationSeconds: number, caller: Caller): void {
  const refuse = (message: string): AwsFailure => new AwsFailure('ValidationError', 400, message);
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(input.RoleArn ?? ''))
    throw refuse(`${input.RoleArn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(input.RoleSessionName ?? ''))
    throw refuse(
      `1 validation error detected: Value '${input.RoleSessionName}' at 'roleSessionName' failed to satisfy ` +
        'constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*',
    );
  if (caller.roleArn && durationSeconds > hour)
    throw refuse(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  // Roles here keep IAM's default MaxSessionDuration of one hour.
  if (!isDuration(durationSeconds, hour))
    throw refuse('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  if (input.Policy || input.PolicyArns?.length)
    throw refuse('The local AWS does not model session policies: leave Policy and PolicyArns out.');
}
