import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';

export interface StackState {
  /** `CREATE_COMPLETE` */
  readonly status: string;
  readonly reason: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Stacks of an account in one region. What they ask for takes a while; `find` shows how far it is. */
export interface Stacks {
  /** undefined where there is none, or none any more. */
  find(name: string): Promise<StackState | undefined>;
  create(name: string, template: string): Promise<void>;
  /** @returns whether there is anything to change */
  update(name: string, template: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}

const call = (operation: string, name: string): Call => ({
  service: 'CloudFormation',
  operation,
  resource: `the stack ${name}`,
});

/** Only the templates of a type's own role and bucket are sent this way. */
const Capabilities = ['CAPABILITY_IAM' as const];

export function stacksOf(client: CloudFormationClient): Stacks {
  return {
    find: (name) =>
      attemptUnless('Absent', call('DescribeStacks', name), async () => {
        const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
        return {
          status: stack?.StackStatus ?? 'UNKNOWN',
          reason: stack?.StackStatusReason ?? '',
          outputs: Object.fromEntries(
            (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
          ),
        };
      }),

    create: (name, template) =>
      attempt(call('CreateStack', name), async () => {
        await client.send(
          new CreateStackCommand({
            StackName: name,
            TemplateBody: template,
            Capabilities,
            OnFailure: 'DELETE',
          }),
        );
      }),

    update: async (name, template) => {
      const changed = await attemptUnless('Unchanged', call('UpdateStack', name), () =>
        client.send(new UpdateStackCommand({ StackName: name, TemplateBody: template, Capabilities })),
      );
      return changed !== undefined;
    },

    remove: (name) =>
      attempt(call('DeleteStack', name), async () => {
        await client.send(new DeleteStackCommand({ StackName: name }));
      }),
  };
}
