import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { attemptUnless } from './failures/attempt';

/** A stack as it is now. */
export interface DeployedStack {
  readonly id: string;
  /** `UPDATE_COMPLETE` */
  readonly status: string;
  readonly reason: string;
  /** As they are shown: asterisks for those with NoEcho. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** @returns undefined where there is none, or none any more */
export function findStack(client: CloudFormationClient, name: string): Promise<DeployedStack | undefined> {
  const call = {
    service: 'CloudFormation',
    operation: 'DescribeStacks',
    resource: `the stack ${name}`,
  } as const;
  return attemptUnless('Absent', call, async () => {
    const { Stacks: [found] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return {
      id: found?.StackId ?? '',
      status: found?.StackStatus ?? 'UNKNOWN',
      reason: found?.StackStatusReason ?? '',
      parameters: Object.fromEntries(
        (found?.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
          ParameterKey,
          ParameterValue,
        ]),
      ),
      outputs: Object.fromEntries(
        (found?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
      ),
    };
  });
}
