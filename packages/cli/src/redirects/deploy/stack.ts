import type { DeployedStack, StackChange } from '@cutover/aws-adapter';
import { UserError } from '../../user-error';
import type { DeployTemplate } from './template';

/** What may be changed: CloudFormation takes no order for a stack in any other status. */
const ready = ['REVIEW_IN_PROGRESS', 'CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

/** @throws UserError for a stack that takes no change now, with what to do about it */
export function refuseUnready(name: string, stack: DeployedStack | undefined): void {
  if (stack === undefined || ready.includes(stack.status)) return;
  const advice =
    stack.status === 'ROLLBACK_COMPLETE'
      ? `its creation failed and left nothing: aws cloudformation delete-stack --stack-name ${name}, then deploy again`
      : stack.status.endsWith('_IN_PROGRESS')
        ? 'another change is under way; wait for it, then deploy again'
        : `see its events: aws cloudformation describe-stack-events --stack-name ${name}`;
  throw new UserError(`the stack ${name} is in ${stack.status}: ${advice}`);
}

/** A stack that only has a change set is one that is still to be made. */
export const isNew = (stack: DeployedStack | undefined): boolean =>
  stack === undefined || stack.status === 'REVIEW_IN_PROGRESS';

/** @throws UserError where the command line names what the template has not */
export function refuseStrangers(
  given: Readonly<Record<string, string>>,
  { parameters }: DeployTemplate,
): void {
  const stranger = Object.keys(given).find((name) => !parameters.includes(name));
  if (stranger !== undefined)
    throw new UserError(
      `--parameter ${stranger}: the template has no such parameter; it has ${parameters.join(', ')}`,
    );
}

/** Parameters that nobody has given keep their value; of a new stack, the template's defaults decide. */
export const keptIn = (
  { parameters }: DeployTemplate,
  given: StackChange['parameters'],
  stack: DeployedStack | undefined,
): string[] =>
  isNew(stack)
    ? []
    : parameters.filter((name) => given[name] === undefined && stack?.parameters[name] !== undefined);
