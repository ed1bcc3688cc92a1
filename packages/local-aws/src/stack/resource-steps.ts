import type { Sleeper } from '../timeline';
import { newUuid } from '../world/ids';
import type { CloudFormation } from './cloudformation';
import { contextOf } from './context';
import { setResourceStatus } from './events';
import { CallFailure, handlerReason, ResourceFailure, wrapCallFailure } from './resources/failure';
import type { ResourceContext, ResourceProvider } from './resources/provider';
import type { Made, Stack, StackResource } from './stack';
import { needsOf } from './template/references';
import { UnresolvableError } from './template/resolve';
import type { Members } from './value';

/** One operation on a stack under way. */
export interface Work {
  readonly cloudFormation: CloudFormation;
  readonly stack: Stack;
  readonly sleeper: Sleeper;
}

/** Makes a resource. @returns whether it came to be complete; the reason, if not, is in the events. */
export function createResource(
  work: Work,
  resource: StackResource,
  resolve: () => Members,
): Promise<boolean> {
  return attempt(work, resource, 'CREATE', (provider, context) => {
    resource.properties = resolve();
    return provider.create(context, resource.properties);
  });
}

/** Changes a resource in place; `resource.properties` are the ones it had last, also when the change fails. */
export async function updateResource(
  work: Work,
  resource: StackResource,
  properties: Members,
  previous: Members,
): Promise<boolean> {
  const isDone = await attempt(work, resource, 'UPDATE', (provider, context) =>
    provider.update(context, resource.made!, properties, previous),
  );
  if (isDone) resource.properties = properties;
  return isDone;
}

/** Takes resources away, the last one first. One that another one still needs, because its deletion failed, stays. */
export async function deleteResources(work: Work, order: readonly string[]): Promise<string[]> {
  const { resources, template } = work.stack;
  const failed: string[] = [];
  const kept = new Set<string>();
  for (const logicalId of [...order].reverse()) {
    const resource = resources.get(logicalId);
    if (!resource?.made) continue;
    const isNeeded = [...kept].some((other) =>
      needsOf(template, template.resources.get(other)!).has(logicalId),
    );
    const isDeleted = !isNeeded && (await deleteResource(work, resource));
    if (!isDeleted) kept.add(logicalId);
    if (!isDeleted && !isNeeded) failed.push(logicalId);
  }
  return failed;
}

async function deleteResource(work: Work, resource: StackResource): Promise<boolean> {
  const isDeleted = await attempt(work, resource, 'DELETE', async (provider, context) => {
    await provider.delete(context, resource.made!, resource.properties);
    return undefined;
  });
  if (isDeleted) resource.made = undefined;
  return isDeleted;
}

async function attempt(
  { cloudFormation, stack, sleeper }: Work,
  resource: StackResource,
  verb: 'CREATE' | 'UPDATE' | 'DELETE',
  act: (provider: ResourceProvider, context: ResourceContext) => Promise<Made | undefined>,
): Promise<boolean> {
  const context = contextOf(cloudFormation, stack, resource, sleeper);
  setResourceStatus(cloudFormation, stack, resource, `${verb}_IN_PROGRESS`);
  try {
    const made = await act(cloudFormation.providers.get(resource.type)!, context);
    resource.made = made ?? resource.made;
    setResourceStatus(cloudFormation, stack, resource, `${verb}_COMPLETE`);
    return true;
  } catch (error) {
    const reason = reasonOf(error, context, () => newUuid(cloudFormation.world));
    setResourceStatus(cloudFormation, stack, resource, `${verb}_FAILED`, reason);
    return false;
  }
}

/** A failure of the resource in CloudFormation's words. Anything else is a mistake of ours and goes on up. */
function reasonOf(error: unknown, context: ResourceContext, newRequestId: () => string): string {
  if (error instanceof UnresolvableError) return error.message;
  if (error instanceof CallFailure)
    return handlerReason(wrapCallFailure(context.type, error, newRequestId()), context.requestToken);
  if (error instanceof ResourceFailure) return handlerReason(error, context.requestToken);
  throw error;
}
