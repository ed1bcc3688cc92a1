import { bringTo, type Done } from './bring-to';
import { changesOf } from './change-set';
import { cleanUp } from './clean-up';
import type { CloudFormation } from './cloudformation';
import { findStack, refuseWhileBusy } from './delete-stack';
import { setStackStatus, userInitiated } from './events';
import { exportsProblem, giveOutputs } from './exports';
import { importsOf, missingImport } from './imports';
import { type PreparedStack, prepareStack, type StackRequest } from './prepare';
import type { Work } from './resource-steps';
import { rollBackUpdate } from './roll-back-update';
import type { Stack } from './stack';
import { stackScope } from './stack-scope';
import { resolveOutputs } from './template/outputs';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import { TemplateError } from './template-error';
import { refuseUnchangeable } from './unchangeable';

/**
 * Changes a stack as a flow on the timeline: resources are added, changed in place or replaced, then the old ones go.
 * @returns the stack at the end of the operation, updated or rolled back
 * @throws TemplateError when the request is refused; nothing was called then
 */
export async function updateStack(cloudFormation: CloudFormation, request: StackRequest): Promise<Stack> {
  const stack = findStack(cloudFormation, request);
  refuseWhileBusy(stack);
  if (!['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'].includes(stack.status))
    throw new TemplateError(
      `stack ${stack.name} is in ${stack.status} and cannot be updated; delete it first`,
    );
  const prepared = prepareUpdate(cloudFormation, stack, request);
  if (!prepared)
    throw new TemplateError(`${request.file}: no updates are to be performed on stack ${stack.name}`);
  stack.disableRollback = request.disableRollback ?? false;
  await cloudFormation.timeline.spawn('cloudformation', (sleeper) =>
    changeStack({ cloudFormation, stack, sleeper }, prepared),
  );
  return stack;
}

/**
 * The request as far as it is known before the first call, or undefined when it changes nothing.
 * @throws TemplateError
 */
export function prepareUpdate(
  cloudFormation: CloudFormation,
  stack: Stack,
  request: StackRequest,
): PreparedStack | undefined {
  const prepared = prepareStack(cloudFormation, request, stack.id, stack);
  refuseUnchangeable(cloudFormation, stack, prepared);
  const isSame =
    changesOf(cloudFormation, stack, prepared).length === 0 &&
    JSON.stringify([...prepared.template.outputs]) === JSON.stringify([...stack.template.outputs]);
  return isSame ? undefined : prepared;
}

/** The update itself, to its end or back. */
export async function changeStack(work: Work, prepared: PreparedStack): Promise<void> {
  const { cloudFormation, stack } = work;
  stack.updatedAt = cloudFormation.timeline.now();
  setStackStatus(cloudFormation, stack, 'UPDATE_IN_PROGRESS', userInitiated);
  const done: Done[] = [];
  const problem = await goForward(work, prepared, done);
  if (problem === undefined) {
    const reason = await cleanUp(work, prepared, done);
    stack.template = prepared.template;
    return setStackStatus(cloudFormation, stack, 'UPDATE_COMPLETE', reason);
  }
  if (stack.disableRollback) return setStackStatus(cloudFormation, stack, 'UPDATE_FAILED', problem);
  return rollBackUpdate(work, prepared, done, problem);
}

/** Every resource as it is wanted, then outputs and exports. @returns why it cannot go on, if it cannot */
async function goForward(work: Work, prepared: PreparedStack, done: Done[]): Promise<string | undefined> {
  const { cloudFormation, stack } = work;
  const { world } = cloudFormation;
  const { template, order } = prepared;
  const scope = stackScope(cloudFormation, stack, prepared);
  const imports = importsOf(template, scope);
  const missing = missingImport(world, stack, imports);
  if (missing) return missing;
  for (const logicalId of order) {
    const definition = template.resources.get(logicalId)!;
    const resolve = () => resolveMembers(definition.properties, scope);
    if (!(await bringTo(work, definition, resolve, done)))
      return `The following resource(s) failed to update: [${logicalId}].`;
  }
  const resolved = tryResolving(() => resolveOutputs(template, scope));
  if (resolved instanceof UnresolvableError) return resolved.message;
  const problem = exportsProblem(world, stack, resolved);
  if (problem) return problem;
  stack.parameters = prepared.parameters;
  stack.imports = imports;
  giveOutputs(world, stack, resolved);
  return undefined;
}
