import type { CloudFormation } from './cloudformation';
import { giveOutputs, newResource } from './create-stack';
import { findStack, refuseWhileBusy } from './delete-stack';
import { setResourceStatus, setStackStatus, userInitiated } from './events';
import { exportsProblem } from './exports';
import { exportedTo, importsOf, missingImport } from './imports';
import { type PreparedStack, prepareStack, type StackRequest } from './prepare';
import { refuseReplacement } from './replacement';
import { createResource, deleteResources, updateResource, type Work } from './resource-steps';
import { scopeOf } from './scope';
import type { Stack, StackResource } from './stack';
import { dependencyOrder } from './template/graph';
import { resolveOutputs } from './template/outputs';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import { TemplateError } from './template-error';
import { isEqual, type Members } from './value';

/**
 * Changes a stack in place as a flow on the timeline: resources are changed, added and removed, never replaced.
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
  const prepared = prepareStack(
    cloudFormation,
    request,
    stack.id,
    (logicalId) => stack.resources.get(logicalId)?.made,
  );
  refuseReplacement(cloudFormation, stack, prepared);
  refuseNothingToDo(stack, prepared, request.file);
  await cloudFormation.timeline.spawn('cloudformation', (sleeper) =>
    change({ cloudFormation, stack, sleeper }, prepared),
  );
  return stack;
}

function refuseNothingToDo(stack: Stack, { template, properties }: PreparedStack, file: string): void {
  const isSame = [...properties].every(([logicalId, next]) =>
    isEqual(next, stack.resources.get(logicalId)?.properties),
  );
  const outputsSame = isEqualText(template.outputs, stack.template.outputs);
  if (isSame && outputsSame && properties.size === stack.resources.size)
    throw new TemplateError(`${file}: no updates are to be performed on stack ${stack.name}`);
}

const isEqualText = (one: Stack['template']['outputs'], other: Stack['template']['outputs']): boolean =>
  JSON.stringify([...one]) === JSON.stringify([...other]);

/** One thing done, for the way back: made, or changed from what it was. */
interface Done {
  readonly resource: StackResource;
  readonly before: Members | undefined;
  readonly after: Members;
}

async function change(work: Work, prepared: PreparedStack): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'UPDATE_IN_PROGRESS', userInitiated);
  const done: Done[] = [];
  stack.updatedAt = cloudFormation.timeline.now();
  const scope = scopeOf(
    { ...stack, parameters: prepared.parameters },
    (id) => stack.resources.get(id)?.made,
    (name) => exportedTo(cloudFormation.world, stack, name),
  );
  const imports = importsOf(prepared.template, scope);
  const missing = missingImport(cloudFormation.world, stack, imports);
  if (missing) return rollBack(work, done, missing);
  for (const logicalId of prepared.order) {
    const { type, properties } = prepared.template.resources.get(logicalId)!;
    const isDone = await bringTo(work, logicalId, type, () => resolveMembers(properties, scope), done);
    if (!isDone) return rollBack(work, done, `The following resource(s) failed to update: [${logicalId}].`);
  }
  const resolved = tryResolving(() => resolveOutputs(prepared.template, scope));
  if (resolved instanceof UnresolvableError) return rollBack(work, done, resolved.message);
  const problem = exportsProblem(cloudFormation.world, stack, resolved);
  if (problem) return rollBack(work, done, problem);
  const last = stack.template;
  stack.parameters = prepared.parameters;
  stack.imports = imports;
  giveOutputs(cloudFormation, stack, resolved);
  await cleanUp(
    work,
    dependencyOrder(last).filter((logicalId) => !prepared.template.resources.has(logicalId)),
  );
  stack.template = prepared.template;
  setStackStatus(cloudFormation, stack, 'UPDATE_COMPLETE');
}

/** Makes the resource, changes it, or leaves it when nothing is different. */
async function bringTo(
  work: Work,
  logicalId: string,
  type: string,
  resolve: () => Members,
  done: Done[],
): Promise<boolean> {
  const { resources } = work.stack;
  const existing = resources.get(logicalId);
  if (!existing) {
    const added = newResource(logicalId, type);
    resources.set(logicalId, added);
    done.push({ resource: added, before: undefined, after: {} });
    return createResource(work, added, resolve);
  }
  const [before, after] = [existing.properties, tryResolving(resolve)];
  if (after instanceof UnresolvableError) {
    setResourceStatus(work.cloudFormation, work.stack, existing, 'UPDATE_FAILED', after.message);
    return false;
  }
  if (isEqual(before, after)) return true;
  done.push({ resource: existing, before, after });
  return updateResource(work, existing, after, before);
}

/** What the new template does not have any more goes last, when there is no way back any more: so does AWS. */
async function cleanUp(work: Work, removed: readonly string[]): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  await deleteResources(work, removed);
  // One that could not be deleted is nobody's from now on; its DELETE_FAILED event says so.
  for (const logicalId of removed) stack.resources.delete(logicalId);
}

async function rollBack(work: Work, done: readonly Done[], why: string): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', why);
  const failed: string[] = [];
  for (const step of [...done].reverse()) if (!(await undo(work, step))) failed.push(step.resource.logicalId);
  if (failed.length === 0) return setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_COMPLETE');
  const left = `The following resource(s) failed to roll back: [${failed.join(', ')}].`;
  setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_FAILED', left);
}

/** A changed resource is updated to what it was, also the one whose update failed half way; an added one is deleted. */
async function undo(work: Work, { resource, before, after }: Done): Promise<boolean> {
  if (before) return updateResource(work, resource, before, after);
  const failed = await deleteResources(work, [resource.logicalId]);
  if (failed.length === 0) work.stack.resources.delete(resource.logicalId);
  return failed.length === 0;
}
