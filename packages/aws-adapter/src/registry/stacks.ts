import {
  type CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackDriftDetectionStatusCommand,
  DetectStackDriftCommand,
  type Parameter,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { type DeployedStack, findStack } from '../stack';

export type StackState = Pick<DeployedStack, 'status' | 'reason' | 'outputs' | 'parameters'>;

/** Whether what is there is what the template says. */
export type Drift = 'IN_PROGRESS' | 'IN_SYNC' | 'DRIFTED' | 'FAILED';

type Values = Readonly<Record<string, string>>;

interface CreateOptions {
  readonly parameters?: Values;
  readonly onFailure?: 'DELETE' | 'ROLLBACK';
}

/** Stacks of an account in one region. What they ask for takes a while; `find` shows how far it is. */
export interface Stacks {
  /** undefined where there is none, or none any more. */
  find(name: string): Promise<StackState | undefined>;
  /** One that fails is deleted, unless it is to stay as it was rolled back. */
  create(name: string, template: string, options?: CreateOptions): Promise<void>;
  /** @returns whether there is anything to change */
  update(name: string, template: string, parameters?: Values): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** @returns what `drift` is asked with */
  detectDrift(name: string): Promise<string>;
  drift(detection: string): Promise<Drift>;
}

const call = (operation: string, name: string): Call => ({
  service: 'CloudFormation',
  operation,
  resource: `the stack ${name}`,
});

/** Templates of a type's role, and of what its tests need, make roles too. */
const Capabilities = ['CAPABILITY_IAM' as const];

/** As requests have them. */
export const parametersOf = (values: Values): Parameter[] =>
  Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));

export function stacksOf(client: CloudFormationClient): Stacks {
  return {
    find: (name) => findStack(client, name),

    create: (name, template, { parameters = {}, onFailure = 'DELETE' } = {}) =>
      attempt(call('CreateStack', name), async () => {
        await client.send(
          new CreateStackCommand({
            StackName: name,
            TemplateBody: template,
            Parameters: parametersOf(parameters),
            Capabilities,
            OnFailure: onFailure,
          }),
        );
      }),

    update: async (name, template, parameters = {}) => {
      const changed = await attemptUnless('Unchanged', call('UpdateStack', name), () =>
        client.send(
          new UpdateStackCommand({
            StackName: name,
            TemplateBody: template,
            Parameters: parametersOf(parameters),
            Capabilities,
          }),
        ),
      );
      return changed !== undefined;
    },

    remove: (name) =>
      attempt(call('DeleteStack', name), async () => {
        await client.send(new DeleteStackCommand({ StackName: name }));
      }),

    detectDrift: (name) =>
      attempt(call('DetectStackDrift', name), async () => {
        const answer = await client.send(new DetectStackDriftCommand({ StackName: name }));
        return answer.StackDriftDetectionId ?? '';
      }),

    drift: (detection) =>
      attempt(call('DescribeStackDriftDetectionStatus', detection), async () => {
        const { DetectionStatus, StackDriftStatus } = await client.send(
          new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: detection }),
        );
        if (DetectionStatus === 'DETECTION_IN_PROGRESS') return 'IN_PROGRESS';
        if (DetectionStatus === 'DETECTION_FAILED') return 'FAILED';
        return StackDriftStatus === 'DRIFTED' ? 'DRIFTED' : 'IN_SYNC';
      }),
  };
}
