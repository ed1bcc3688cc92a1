import type { Instant } from '@cutover/ground';
import { newUuid } from '../world/ids';
import { type CloudFormation, stackKey } from './cloudformation';
import { deleteResources } from './delete-resources';
import { setStackStatus, userInitiated } from './events';
import { exportsProblem, giveOutputs } from './exports';
import { importsOf, missingImport } from './imports';
import { type PreparedStack, prepareStack } from './prepare';
import type { StackRequest } from './request';
import { createResource, newResource, type Work } from './resource-steps';
import type { Stack } from './stack';
import { stackScope } from './stack-scope';
import { resolveOutputs } from './template/outputs';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import { TemplateError } from './template-error';

/**
 * Deploys a new stack as a flow on the timeline.
 * @returns the stack at the end of the operation, complete or rolled back
 * @throws TemplateError when the request is refused; nothing was called then
 */
export async function createStack(cloudFormation: CloudFormation, request: StackRequest): Promise<Stack> {
  const existing = cloudFormation.stacks.get(stackKey(request.accountId, request.region, request.name));
  if (existing && existing.status !== 'DELETE_COMPLETE')
    throw new TemplateError(
      `stack ${request.name} exists already (${existing.status}); update it or delete it first`,
    );
  const { stack, prepared } = newStack(cloudFormation, request);
  await cloudFormation.timeline.spawn('cloudformation', (sleeper) =>
    buildStack({ cloudFormation, stack, sleeper }, prepared),
  );
  return stack;
}

/** A stack of which nothing is made yet. @throws TemplateError */
export function newStack(
  cloudFormation: CloudFormation,
  request: StackRequest,
  parentId?: string,
): { readonly stack: Stack; readonly prepared: PreparedStack } {
  const { accountId, region, name } = request;
  const id =
    request.id ??
    `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/${newUuid(cloudFormation.world)}`;
  const prepared = prepareStack(cloudFormation, request, id);
  const stack = stackOf(request, id, prepared, cloudFormation.timeline.now(), parentId);
  cloudFormation.stacks.set(stackKey(accountId, region, name), stack);
  return { stack, prepared };
}

const stackOf = (
  request: StackRequest,
  id: string,
  prepared: PreparedStack,
  createdAt: Instant,
  parentId: string | undefined,
): Stack => ({
  id,
  name: request.name,
  accountId: request.accountId,
  region: request.region,
  parentId,
  status: 'CREATE_IN_PROGRESS',
  statusReason: undefined,
  disableRollback: request.disableRollback ?? false,
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

/** The creation itself, to its end or back. */
export async function buildStack(work: Work, prepared: PreparedStack): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'CREATE_IN_PROGRESS', userInitiated);
  const problem = await makeAll(work, prepared);
  if (problem === undefined) return setStackStatus(cloudFormation, stack, 'CREATE_COMPLETE');
  stack.imports = [];
  if (stack.disableRollback) return setStackStatus(cloudFormation, stack, 'CREATE_FAILED', problem);
  return rollBack(work, prepared, problem);
}

/** Every resource, then outputs and exports. @returns why it cannot go on, if it cannot */
async function makeAll(work: Work, { template, order }: PreparedStack): Promise<string | undefined> {
  const { cloudFormation, stack } = work;
  const { world } = cloudFormation;
  const scope = stackScope(cloudFormation, stack);
  const imports = importsOf(template, scope);
  const missing = missingImport(world, stack, imports);
  if (missing) return missing;
  // From now on nobody may take the exports away.
  stack.imports = imports;
  for (const logicalId of order) {
    const { type, properties } = template.resources.get(logicalId)!;
    const resource = newResource(logicalId, type);
    stack.resources.set(logicalId, resource);
    if (!(await createResource(work, resource, () => resolveMembers(properties, scope))))
      return `The following resource(s) failed to create: [${logicalId}].`;
  }
  const resolved = tryResolving(() => resolveOutputs(template, scope));
  if (resolved instanceof UnresolvableError) return resolved.message;
  const problem = exportsProblem(world, stack, resolved);
  if (problem) return problem;
  giveOutputs(world, stack, resolved);
  return undefined;
}

/** Everything that exists is deleted, the half-made resource first. */
async function rollBack(work: Work, { template, order }: PreparedStack, why: string): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'ROLLBACK_IN_PROGRESS', `${why} Rollback requested by user.`);
  const isKept = (logicalId: string) => template.resources.get(logicalId)?.deletionPolicy === 'Retain';
  const failed = await deleteResources(work, stack.resources, { order, template, isKept });
  if (failed.length === 0) return setStackStatus(cloudFormation, stack, 'ROLLBACK_COMPLETE');
  const left = `The following resource(s) failed to delete: [${failed.join(', ')}].`;
  setStackStatus(cloudFormation, stack, 'ROLLBACK_FAILED', left);
}
