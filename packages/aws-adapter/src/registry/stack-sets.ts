import {
  type CloudFormationClient,
  CreateStackInstancesCommand,
  CreateStackSetCommand,
  DeleteStackInstancesCommand,
  DescribeStackSetCommand,
  ListStackInstancesCommand,
  ListStackSetOperationResultsCommand,
  ListStackSetOperationsCommand,
  type StackSetOperationPreferences,
  UpdateStackInstancesCommand,
  UpdateStackSetCommand,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { parametersOf } from './stacks';

type Values = Readonly<Record<string, string>>;

/** What every stack of a set has in common. */
export interface StackSetDefinition {
  readonly name: string;
  readonly template: string;
  readonly parameters: Values;
  readonly administrationRoleArn: string;
  readonly executionRoleName: string;
}

export interface StackInstance {
  readonly region: string;
  readonly stackId: string;
  readonly isCurrent: boolean;
  readonly reason: string;
}

/** Stacks of one account in several regions, all at once. */
export interface InstanceChange {
  readonly accountId: string;
  readonly regions: readonly string[];
  /** In place of the set's own values. */
  readonly overrides: Values;
}

/** Self-managed stack sets; the account is its own target. */
export interface StackSets {
  /** undefined where there is none. */
  find(name: string): Promise<Pick<StackSetDefinition, 'template' | 'parameters'> | undefined>;
  create(definition: StackSetDefinition): Promise<void>;
  /** Gives all stacks of the set another template. */
  update(definition: StackSetDefinition): Promise<void>;
  instances(name: string): Promise<StackInstance[]>;
  createInstances(name: string, change: InstanceChange): Promise<void>;
  updateInstances(name: string, change: InstanceChange): Promise<void>;
  /** With all that is in them. */
  deleteInstances(name: string, change: Omit<InstanceChange, 'overrides'>): Promise<void>;
  /** The operation that is under way; undefined where none is. */
  running(name: string): Promise<string | undefined>;
  /** Why the newest operation failed, by region: an operation that is called SUCCEEDED may have failed in some. */
  failures(name: string): Promise<ReadonlyMap<string, string>>;
}

/**
 * Failures count accounts in a region, and there is one account: with a tolerance of none, a region that fails would
 * stop those after it, and a percentage below 100 of one is none. Regions go one by one unless it is asked for.
 */
const OperationPreferences: StackSetOperationPreferences = {
  RegionConcurrencyType: 'PARALLEL',
  FailureToleranceCount: 1,
  MaxConcurrentCount: 1,
};
const Capabilities = ['CAPABILITY_IAM' as const];

const call = (operation: string, name: string): Call => ({
  service: 'CloudFormation',
  operation,
  resource: `the stack set ${name}`,
});

const inputOf = ({ name, template, parameters, ...roles }: StackSetDefinition) => ({
  StackSetName: name,
  TemplateBody: template,
  Parameters: parametersOf(parameters),
  Capabilities,
  AdministrationRoleARN: roles.administrationRoleArn,
  ExecutionRoleName: roles.executionRoleName,
});

const targetsOf = (name: string, { accountId, regions }: Omit<InstanceChange, 'overrides'>) => ({
  StackSetName: name,
  Accounts: [accountId],
  Regions: [...regions],
  OperationPreferences,
});

const overridesOf = (name: string, change: InstanceChange) => ({
  ...targetsOf(name, change),
  ParameterOverrides: parametersOf(change.overrides),
});

export function stackSetsOf(client: CloudFormationClient): StackSets {
  return {
    find: (name) =>
      attemptUnless('Absent', call('DescribeStackSet', name), async () => {
        const { StackSet } = await client.send(new DescribeStackSetCommand({ StackSetName: name }));
        return {
          template: StackSet?.TemplateBody ?? '',
          parameters: Object.fromEntries(
            (StackSet?.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
              ParameterKey,
              ParameterValue,
            ]),
          ),
        };
      }),

    create: (definition) =>
      attempt(call('CreateStackSet', definition.name), async () => {
        await client.send(new CreateStackSetCommand(inputOf(definition)));
      }),

    update: (definition) =>
      attempt(call('UpdateStackSet', definition.name), async () => {
        await client.send(new UpdateStackSetCommand({ ...inputOf(definition), OperationPreferences }));
      }),

    instances: (name) =>
      attempt(call('ListStackInstances', name), async () => {
        const found = await everyPage(async (NextToken) =>
          client.send(new ListStackInstancesCommand({ StackSetName: name, NextToken })),
        );
        return found.map(({ Region = '', StackId = '', Status, StatusReason = '' }) => ({
          region: Region,
          stackId: StackId,
          isCurrent: Status === 'CURRENT',
          reason: StatusReason,
        }));
      }),

    createInstances: (name, change) =>
      attempt(call('CreateStackInstances', name), async () => {
        await client.send(new CreateStackInstancesCommand(overridesOf(name, change)));
      }),

    updateInstances: (name, change) =>
      attempt(call('UpdateStackInstances', name), async () => {
        await client.send(new UpdateStackInstancesCommand(overridesOf(name, change)));
      }),

    deleteInstances: (name, change) =>
      attempt(call('DeleteStackInstances', name), async () => {
        const input = { ...targetsOf(name, change), RetainStacks: false };
        await client.send(new DeleteStackInstancesCommand(input));
      }),

    running: (name) =>
      attempt(call('ListStackSetOperations', name), async () => {
        const newest = await newestOperation(client, name);
        return newest && !endings.has(newest.Status ?? '') ? newest.OperationId : undefined;
      }),

    failures: (name) =>
      attempt(call('ListStackSetOperationResults', name), async () => {
        const OperationId = (await newestOperation(client, name))?.OperationId;
        if (OperationId === undefined) return new Map();
        const results = await everyPage(async (NextToken) =>
          client.send(
            new ListStackSetOperationResultsCommand({ StackSetName: name, OperationId, NextToken }),
          ),
        );
        return new Map(
          results
            .filter(({ Status }) => Status !== 'SUCCEEDED')
            .map(({ Region = '', Status, StatusReason }) => [Region, StatusReason ?? Status ?? '']),
        );
      }),
  };
}

const endings = new Set(['SUCCEEDED', 'FAILED', 'STOPPED']);

const newestOperation = async (client: CloudFormationClient, name: string) =>
  (await client.send(new ListStackSetOperationsCommand({ StackSetName: name }))).Summaries?.[0];

async function everyPage<T>(
  page: (token: string | undefined) => Promise<{ Summaries?: T[]; NextToken?: string }>,
): Promise<T[]> {
  const found: T[] = [];
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const { Summaries = [], NextToken } = await page(token);
    found.push(...Summaries);
    token = NextToken || undefined;
  }
  return found;
}
