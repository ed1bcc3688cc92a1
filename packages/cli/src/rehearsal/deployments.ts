import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CloudFormation,
  checkStack,
  createStack,
  type StackRequest as DriverRequest,
  firstFailure,
  previewStack,
  type ResourceChange,
  type Stack,
  TemplateError,
  updateStack,
} from '@cutover/local-aws';
import { UserError } from '../user-error';
import type { Deployment, Rehearsal, Setting, StackOutput, StackRequest } from './rehearsal';
import type { StackOutcome } from './verdict';

const region = 'us-east-1';

/** The stacks of one run, by account and name as the folder writes them. */
export class Deployments {
  private readonly stacks = new Map<string, Stack>();

  constructor(
    private readonly rehearsal: Setting & Partial<Pick<Rehearsal, 'deploy'>>,
    private readonly cloudFormation: CloudFormation,
  ) {}

  /** Everything in the templates that can be found wrong without a call, before anything is started. */
  checkTemplates(): void {
    for (const request of [...this.rehearsal.before.stacks, ...(this.rehearsal.deploy ?? [])]) {
      const waits = Object.values(request.parameters).some((value) => typeof value !== 'string');
      refusingTemplates(() => {
        const driverRequest = this.driverRequest({ ...request, parameters: waits ? {} : request.parameters });
        // A value that another stack will give cannot be judged yet; the deployment judges it.
        checkStack(this.cloudFormation, driverRequest, waits);
      });
    }
  }

  /** What an update is about to change; nothing is touched. Undefined for a stack that is made anew. */
  preview(request: StackRequest & Pick<Deployment, 'update'>): readonly ResourceChange[] | undefined {
    if (!request.update) return undefined;
    return refusingTemplates(() => previewStack(this.cloudFormation, this.driverRequest(request)).changes);
  }

  /** @returns once the stack has settled, complete or rolled back; somebody has to run the timeline meanwhile. */
  async deploy(request: StackRequest & Partial<Pick<Deployment, 'update'>>): Promise<Stack> {
    const deploy = request.update ? updateStack : createStack;
    const stack = await refusingTemplates(() => deploy(this.cloudFormation, this.driverRequest(request)));
    this.stacks.set(keyOf(request), stack);
    return stack;
  }

  private driverRequest(request: StackRequest): DriverRequest {
    const file = join(this.rehearsal.folder, request.template);
    return {
      accountId: this.rehearsal.accounts[request.account] ?? '',
      region,
      name: request.stack,
      file,
      template: readFileSync(file, 'utf8'),
      parameters: Object.fromEntries(
        Object.entries(request.parameters).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : this.outputOf(value),
        ]),
      ),
    };
  }

  private outputOf(wanted: StackOutput): string {
    const outputs: Readonly<Record<string, string>> = this.stacks.get(keyOf(wanted))?.outputs ?? {};
    const value = outputs[wanted.output];
    if (value !== undefined) return value;
    const has = Object.keys(outputs).join(', ') || 'none';
    throw new UserError(
      `stack ${wanted.stack} in ${wanted.account} has no output ${wanted.output}; it has ${has}`,
    );
  }
}

const keyOf = ({ account, stack }: { account: string; stack: string }): string => `${account}/${stack}`;

/** How a deployment ended, beside what the templates ask for. */
export function outcomeOf(
  deployment: Deployment,
  stack: Stack,
  changes: readonly ResourceChange[] | undefined,
): StackOutcome {
  const reason = firstFailure(stack)?.reason;
  return {
    account: deployment.account,
    name: stack.name,
    status: stack.status,
    expected: expectedOf(deployment),
    ...(changes && { changes }),
    ...(reason === undefined ? {} : { reason }),
  };
}

const expectedOf = ({ update, refused }: Deployment): StackOutcome['expected'] =>
  update
    ? refused
      ? 'UPDATE_ROLLBACK_COMPLETE'
      : 'UPDATE_COMPLETE'
    : refused
      ? 'ROLLBACK_COMPLETE'
      : 'CREATE_COMPLETE';

/** A template that is refused is the author's to mend: one line, no stack trace. */
function refusingTemplates<T>(deploy: () => T): T {
  const asUserError = (error: unknown): never => {
    if (error instanceof TemplateError) throw new UserError(error.message);
    throw error;
  };
  try {
    const result = deploy();
    return result instanceof Promise ? (result.catch(asUserError) as T) : result;
  } catch (error) {
    return asUserError(error);
  }
}
