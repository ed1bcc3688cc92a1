import {
  type CloudFormationClient,
  DescribeTypeCommand,
  SetTypeConfigurationCommand,
  TestTypeCommand,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';

/** A version's contract tests, as the registry runs them. */
export interface TestState {
  readonly status: 'NOT_TESTED' | 'IN_PROGRESS' | 'PASSED' | 'FAILED';
  readonly description: string;
}

/** The contract tests of a region's registry. */
export interface TypeTests {
  /** @param logBucket where the registry leaves what the tests have said */
  begin(versionArn: string, logBucket: string): Promise<void>;
  /** undefined where there is no such version. */
  state(versionArn: string): Promise<TestState | undefined>;
  /** @param configuration with dynamic references in the place of secrets: nothing secret passes through here */
  configure(typeName: string, configuration: string): Promise<void>;
}

const call = (operation: string, resource: string): Call => ({
  service: 'CloudFormation',
  operation,
  resource,
});

export function typeTests(client: CloudFormationClient): TypeTests {
  return {
    begin: (versionArn, logBucket) =>
      attempt(call('TestType', versionArn), async () => {
        await client.send(new TestTypeCommand({ Arn: versionArn, LogDeliveryBucket: logBucket }));
      }),

    state: (versionArn) =>
      attemptUnless('Absent', call('DescribeType', versionArn), async () => {
        const found = await client.send(new DescribeTypeCommand({ Arn: versionArn }));
        return {
          status: found.TypeTestsStatus ?? 'NOT_TESTED',
          description: found.TypeTestsStatusDescription ?? '',
        };
      }),

    configure: (typeName, configuration) =>
      attempt(call('SetTypeConfiguration', `the type ${typeName}`), async () => {
        await client.send(
          new SetTypeConfigurationCommand({
            Type: 'RESOURCE',
            TypeName: typeName,
            Configuration: configuration,
          }),
        );
      }),
  };
}
