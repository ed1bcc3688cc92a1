import type { ChangeSet, DeployAccount, DeployedStack, StackEvent } from '@cutover/aws-adapter';
import {
  followed,
  hasSucceeded,
  isEmpty,
  lastEvent,
  type Pace,
  seenChangeSet,
} from '../redirects/deploy/follow';
import { refuseUnready } from '../redirects/deploy/stack';
import { UserError } from '../user-error';

const migrationType = 'AwsCommunity::CloudFront::AliasMigration';

export interface ResumeRequest {
  readonly stack: string;
  /** The parameter that the template gives to `Dns.Resume`. */
  readonly parameter: string;
  /** Milliseconds: makes the parameter's value a new one. */
  readonly now: number;
}

export interface Resumed {
  readonly stack: string;
  readonly status: string;
  readonly passed: boolean;
  readonly why?: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The stack that has made a migration. @throws UserError, Failure */
export async function stackOfMigration({ stacks }: DeployAccount, migrationId: string): Promise<string> {
  const stack = await stacks.stackOf(migrationId);
  if (stack !== undefined) return stack;
  throw new UserError(
    `no stack of this account and region has made ${migrationId}; check --profile and --region. Made through Cloud Control, it is resumed there: aws cloudcontrol update-resource with another /Dns/Resume`,
  );
}

/**
 * Goes on with a migration that waits for the customer's DNS: the stack's own template, one parameter with a new value,
 * through a change set that may change nothing but migrations. So the stack stays the only truth, keeps its role, and
 * goes back by itself when the move fails. @throws UserError, Failure
 */
export async function resume(
  account: DeployAccount,
  { stack: name, parameter, now }: ResumeRequest,
  pace: Pace,
  show: (event: StackEvent) => void,
): Promise<Resumed> {
  const stack = await account.stacks.find(name);
  if (stack === undefined)
    throw new UserError(`there is no stack ${name}; check the name, --profile and --region`);
  refuseUnready(name, stack);
  refuseWithout(name, stack, parameter);
  const { id, stackId } = await account.stacks.prepare({
    stack: name,
    name: `resume-${now}`,
    isNew: false,
    parameters: { [parameter]: `resumed-${new Date(now).toISOString()}` },
    kept: Object.keys(stack.parameters).filter((other) => other !== parameter),
    capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  const changeSet = await seenChangeSet(account, id, pace);
  const refusal = refusalOf(changeSet, parameter);
  if (refusal !== undefined) {
    await account.stacks.discard(id);
    throw new UserError(`the stack ${name}: ${refusal}; nothing was changed`);
  }
  const after = await lastEvent(account, stackId);
  await account.stacks.execute(id);
  const { stack: ended, why } = await followed(account, { stackId, after, pace }, show);
  return {
    stack: name,
    status: ended.status,
    passed: hasSucceeded(ended.status),
    why,
    outputs: ended.outputs,
  };
}

const wiring = (parameter: string): string =>
  `give its migration Dns: { Wait: RESUME, Resume: !Ref ${parameter} }`;

function refuseWithout(name: string, { parameters }: DeployedStack, parameter: string): void {
  if (parameters[parameter] !== undefined) return;
  throw new UserError(
    `the stack ${name} has no parameter ${parameter}; add it to the template and ${wiring(parameter)}, or name the one that it has with --parameter`,
  );
}

/** A parameter may lead anywhere; a resume is to touch migrations only. */
function refusalOf(changeSet: ChangeSet, parameter: string): string | undefined {
  if (isEmpty(changeSet)) return `its template does not use ${parameter}: ${wiring(parameter)}`;
  if (changeSet.status === 'FAILED') return changeSet.reason;
  const other = changeSet.changes.find(
    ({ type, action, replacement }) =>
      type !== migrationType || action !== 'Modify' || replacement === 'True',
  );
  return other && `${parameter} would also ${other.action.toLowerCase()} ${other.logicalId} (${other.type})`;
}
