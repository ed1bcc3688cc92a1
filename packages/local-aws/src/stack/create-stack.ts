import { newUuid } from '../world/ids';
import { type CloudFormation, stackKey } from './cloudformation';
import { setStackStatus, userInitiated } from './events';
import { type PreparedStack, prepareStack, resolveOutputs, type StackRequest } from './prepare';
import { resolveMembers, tryResolving, UnresolvableError } from './resolve';
import { createResource, deleteResources, type Work } from './resource-steps';
import { scopeOf } from './scope';
import type { Stack, StackResource } from './stack';
import { TemplateError } from './template-error';

/**
 * Deploys a new stack as a flow on the timeline.
 * @returns the stack at the end of the operation, complete or rolled back
 * @throws TemplateError when the request is refused; nothing was called then
 */
export async function createStack(cloudFormation: CloudFormation, request: StackRequest): Promise<Stack> {
  const key = stackKey(request.accountId, request.region, request.name);
  const existing = cloudFormation.stacks.get(key);
  if (existing && existing.status !== 'DELETE_COMPLETE')
    throw new TemplateError(
      `stack ${request.name} exists already (${existing.status}); update it or delete it first`,
    );
  const id = `arn:aws:cloudformation:${request.region}:${request.accountId}:stack/${request.name}/${newUuid(cloudFormation.world)}`;
  const prepared = prepareStack(cloudFormation, request, id);
  const stack = newStack(request, id, prepared);
  cloudFormation.stacks.set(key, stack);
  await cloudFormation.timeline.spawn('cloudformation', (sleeper) =>
    build({ cloudFormation, stack, sleeper }, prepared.order),
  );
  return stack;
}

const newStack = (request: StackRequest, id: string, prepared: PreparedStack): Stack => ({
  id,
  name: request.name,
  accountId: request.accountId,
  region: request.region,
  status: 'CREATE_IN_PROGRESS',
  statusReason: undefined,
  template: prepared.template,
  parameters: prepared.parameters,
  resources: new Map(),
  outputs: {},
  events: [],
});

async function build(work: Work, order: readonly string[]): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'CREATE_IN_PROGRESS', userInitiated);
  const scope = scopeOf(stack, (logicalId) => stack.resources.get(logicalId)?.made);
  for (const logicalId of order) {
    const { type, properties } = stack.template.resources.get(logicalId)!;
    const resource = newResource(logicalId, type);
    stack.resources.set(logicalId, resource);
    if (await createResource(work, resource, () => resolveMembers(properties, scope))) continue;
    return rollBack(work, order, `The following resource(s) failed to create: [${logicalId}].`);
  }
  const outputs = tryResolving(() => resolveOutputs(stack.template, scope));
  if (outputs instanceof UnresolvableError) return rollBack(work, order, outputs.message);
  stack.outputs = outputs;
  setStackStatus(cloudFormation, stack, 'CREATE_COMPLETE');
}

/** A resource of which nothing exists yet. */
export const newResource = (logicalId: string, type: string): StackResource => ({
  logicalId,
  type,
  status: 'CREATE_IN_PROGRESS',
  made: undefined,
  properties: {},
});

/** Everything that exists is deleted, the half-made resource first. */
async function rollBack(work: Work, order: readonly string[], why: string): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'ROLLBACK_IN_PROGRESS', `${why} Rollback requested by user.`);
  const failed = await deleteResources(work, order);
  if (failed.length === 0) return setStackStatus(cloudFormation, stack, 'ROLLBACK_COMPLETE');
  const left = `The following resource(s) failed to delete: [${failed.join(', ')}].`;
  setStackStatus(cloudFormation, stack, 'ROLLBACK_FAILED', left);
}
