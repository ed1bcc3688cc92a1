import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { type DeployedStack, findStack } from '../stack';

export type StackState = Pick<DeployedStack, 'status' | 'reason' | 'outputs'>;

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
    find: (name) => findStack(client, name),

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
