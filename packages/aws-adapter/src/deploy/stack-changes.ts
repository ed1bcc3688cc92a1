import {
  type CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackResourcesCommand,
  ExecuteChangeSetCommand,
  type Parameter,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { type DeployedStack, findStack } from '../stack';
import { changeOf, type ResourceChange } from './resource-change';
import { eventsOf, type StackEvent } from './stack-events';

/** A change of a stack that is to be looked at first. */
export interface StackChange {
  readonly stack: string;
  readonly name: string;
  readonly isNew: boolean;
  /** Its text, or where it lies in S3. Left out: the stack keeps the one that it has. */
  readonly template?: { readonly text: string } | { readonly url: string };
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters that keep the value that the stack has. */
  readonly kept: readonly string[];
  /** `CAPABILITY_IAM`, for templates that make roles. */
  readonly capabilities: readonly string[];
}

export interface ChangeSet {
  /** `CREATE_COMPLETE`, or `FAILED` also where there is nothing to change. */
  readonly status: string;
  readonly reason: string;
  readonly changes: readonly ResourceChange[];
}

/** Stacks changed through change sets, which are seen before they are executed. */
export interface StackChanges {
  /** undefined where there is none. */
  find(stack: string): Promise<DeployedStack | undefined>;
  /** The name of the stack that has made a resource with this id; undefined where none has. */
  stackOf(physicalId: string): Promise<string | undefined>;
  /** @returns the ids of the change set and its stack */
  prepare(change: StackChange): Promise<{ readonly id: string; readonly stackId: string }>;
  changeSet(id: string): Promise<ChangeSet>;
  execute(id: string): Promise<void>;
  /** Does nothing where it is gone. */
  discard(id: string): Promise<void>;
  /** Oldest first: those after the event with this id, or all of them. */
  events(stackId: string, after: string | undefined): Promise<readonly StackEvent[]>;
}

const call = (operation: string, resource: string): Call => ({
  service: 'CloudFormation',
  operation,
  resource,
});

export function stackChanges(client: CloudFormationClient): StackChanges {
  return {
    find: (stack) => findStack(client, stack),

    stackOf: (physicalId) =>
      attemptUnless('Absent', call('DescribeStackResources', physicalId), async () => {
        const command = new DescribeStackResourcesCommand({ PhysicalResourceId: physicalId });
        return (await client.send(command)).StackResources?.[0]?.StackName;
      }),

    prepare: (change) =>
      attempt(call('CreateChangeSet', `the stack ${change.stack}`), async () => {
        const { Id = '', StackId = '' } = await client.send(
          new CreateChangeSetCommand({
            StackName: change.stack,
            ChangeSetName: change.name,
            ChangeSetType: change.isNew ? 'CREATE' : 'UPDATE',
            ...placeOf(change.template),
            Parameters: parametersOf(change),
            Capabilities: change.capabilities.map((each) => each as 'CAPABILITY_IAM'),
          }),
        );
        return { id: Id, stackId: StackId };
      }),

    changeSet: (id) =>
      attempt(call('DescribeChangeSet', id), async () => {
        const changes: ResourceChange[] = [];
        for (let token: string | undefined; ; ) {
          const command: DescribeChangeSetCommand = new DescribeChangeSetCommand({
            ChangeSetName: id,
            NextToken: token,
          });
          const {
            Status = 'UNKNOWN',
            StatusReason = '',
            Changes = [],
            NextToken,
          } = await client.send(command);
          changes.push(...Changes.map(changeOf));
          token = NextToken || undefined;
          if (token === undefined) return { status: Status, reason: StatusReason, changes };
        }
      }),

    execute: (id) =>
      attempt(call('ExecuteChangeSet', id), async () => {
        await client.send(new ExecuteChangeSetCommand({ ChangeSetName: id }));
      }),

    discard: async (id) => {
      await attemptUnless('Absent', call('DeleteChangeSet', id), () =>
        client.send(new DeleteChangeSetCommand({ ChangeSetName: id })),
      );
    },

    events: (stackId, after) =>
      attempt(call('DescribeStackEvents', stackId), () => eventsOf(client, stackId, after)),
  };
}

function placeOf(template: StackChange['template']) {
  if (template === undefined) return { UsePreviousTemplate: true };
  return 'url' in template ? { TemplateURL: template.url } : { TemplateBody: template.text };
}

const parametersOf = ({ parameters, kept }: StackChange): Parameter[] => [
  ...Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
  ...kept.map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true })),
];
