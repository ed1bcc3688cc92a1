import type { Instant } from '@cutover/ground';
import { newUuid } from '../world/ids';
import { type CloudFormation, stackKey } from './cloudformation';
import { setStackStatus, userInitiated } from './events';
import { exportsProblem, putExports } from './exports';
import { exportedTo, importsOf, missingImport } from './imports';
import { type PreparedStack, prepareStack, type StackRequest } from './prepare';
import { createResource, deleteResources, type Work } from './resource-steps';
import { scopeOf } from './scope';
import type { Stack, StackResource } from './stack';
import { resolveOutputs, type TemplateOutputs } from './template/outputs';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import type { Scope } from './template/scope';
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
  const stack = newStack(request, id, prepared, cloudFormation.timeline.now());
  cloudFormation.stacks.set(key, stack);
  await cloudFormation.timeline.spawn('cloudformation', (sleeper) =>
    build({ cloudFormation, stack, sleeper }, prepared.order),
  );
  return stack;
}

const newStack = (request: StackRequest, id: string, prepared: PreparedStack, createdAt: Instant): Stack => ({
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
  exportNames: {},
  imports: [],
  createdAt,
  updatedAt: undefined,
  deletedAt: undefined,
  events: [],
});

async function build(work: Work, order: readonly string[]): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'CREATE_IN_PROGRESS', userInitiated);
  const scope = stackScope(cloudFormation, stack);
  const imports = importsOf(stack.template, scope);
  const missing = missingImport(cloudFormation.world, stack, imports);
  if (missing) return rollBack(work, order, missing);
  stack.imports = imports;
  for (const logicalId of order) {
    const { type, properties } = stack.template.resources.get(logicalId)!;
    const resource = newResource(logicalId, type);
    stack.resources.set(logicalId, resource);
    if (await createResource(work, resource, () => resolveMembers(properties, scope))) continue;
    return rollBack(work, order, `The following resource(s) failed to create: [${logicalId}].`);
  }
  const resolved = tryResolving(() => resolveOutputs(stack.template, scope));
  if (resolved instanceof UnresolvableError) return rollBack(work, order, resolved.message);
  const problem = exportsProblem(cloudFormation.world, stack, resolved);
  if (problem) return rollBack(work, order, problem);
  giveOutputs(cloudFormation, stack, resolved);
  setStackStatus(cloudFormation, stack, 'CREATE_COMPLETE');
}

/** What the names in a stack's template give now. */
export const stackScope = (cloudFormation: CloudFormation, stack: Stack): Scope =>
  scopeOf(
    stack,
    (logicalId) => stack.resources.get(logicalId)?.made,
    (name) => exportedTo(cloudFormation.world, stack, name),
  );

/** From now on the stack gives these outputs, and exports those of them that have a name for it. */
export function giveOutputs({ world }: CloudFormation, stack: Stack, given: TemplateOutputs): void {
  putExports(world, stack, given);
  stack.outputs = given.outputs;
  stack.exportNames = given.exportNames;
}

/** A resource of which nothing exists yet. */
export const newResource = (logicalId: string, type: string): StackResource => ({
  logicalId,
  type,
  status: 'CREATE_IN_PROGRESS',
  statusReason: undefined,
  changedAt: 0,
  made: undefined,
  properties: {},
});

/** Everything that exists is deleted, the half-made resource first. */
async function rollBack(work: Work, order: readonly string[], why: string): Promise<void> {
  const { cloudFormation, stack } = work;
  stack.imports = [];
  setStackStatus(cloudFormation, stack, 'ROLLBACK_IN_PROGRESS', `${why} Rollback requested by user.`);
  const failed = await deleteResources(work, order);
  if (failed.length === 0) return setStackStatus(cloudFormation, stack, 'ROLLBACK_COMPLETE');
  const left = `The following resource(s) failed to delete: [${failed.join(', ')}].`;
  setStackStatus(cloudFormation, stack, 'ROLLBACK_FAILED', left);
}
