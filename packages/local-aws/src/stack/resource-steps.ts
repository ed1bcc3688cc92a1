import type { Sleeper } from '../timeline';
import { newUuid } from '../world/ids';
import type { CloudFormation } from './cloudformation';
import { contextOf } from './context';
import { setResourceStatus } from './events';
import {
  CallFailure,
  handlerReason,
  ResourceFailure,
  StackFailure,
  wrapCallFailure,
} from './resources/failure';
import type { ResourceContext, ResourceProvider } from './resources/provider';
import type { Made, Stack, StackResource } from './stack';
import { UnresolvableError } from './template/resolve';
import type { Members } from './value';

/** One operation on a stack under way. */
export interface Work {
  readonly cloudFormation: CloudFormation;
  readonly stack: Stack;
  readonly sleeper: Sleeper;
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

/** Makes a resource. @returns whether it came to be complete; the reason, if not, is in the events. */
export function createResource(
  work: Work,
  resource: StackResource,
  resolve: () => Members,
): Promise<boolean> {
  return attempt(work, resource, { verb: 'CREATE' }, (provider, context) => {
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
  const isDone = await attempt(work, resource, { verb: 'UPDATE' }, (provider, context) =>
    provider.update(context, resource.made!, properties, previous),
  );
  if (isDone) resource.properties = properties;
  return isDone;
}

const newOne = 'Requested update requires the creation of a new physical resource; hence creating one.';

/**
 * Makes a new resource in the place of the one that there is, which stays beside it: whoever asked for this keeps it
 * for the way back, and takes it away when there is none any more. Half made is what `resource.made` says then.
 */
export function replaceResource(work: Work, resource: StackResource, properties: Members): Promise<boolean> {
  return attempt(work, resource, { verb: 'UPDATE', reason: newOne }, (provider, context) => {
    resource.made = undefined;
    resource.properties = properties;
    return provider.create(context, properties);
  });
}

/** Takes away what stands behind a resource. */
export async function deleteResource(work: Work, resource: StackResource): Promise<boolean> {
  const isDeleted = await attempt(work, resource, { verb: 'DELETE' }, async (provider, context) => {
    await provider.delete(context, resource.made!, resource.properties);
    return undefined;
  });
  if (isDeleted) resource.made = undefined;
  return isDeleted;
}

async function attempt(
  { cloudFormation, stack, sleeper }: Work,
  resource: StackResource,
  { verb, reason }: { readonly verb: 'CREATE' | 'UPDATE' | 'DELETE'; readonly reason?: string },
  act: (provider: ResourceProvider, context: ResourceContext) => Promise<Made | undefined>,
): Promise<boolean> {
  const context = contextOf(cloudFormation, stack, resource, sleeper);
  setResourceStatus(cloudFormation, stack, resource, `${verb}_IN_PROGRESS`, reason);
  try {
    const made = await act(cloudFormation.providers.get(resource.type)!, context);
    resource.made = made ?? resource.made;
    setResourceStatus(cloudFormation, stack, resource, `${verb}_COMPLETE`);
    return true;
  } catch (error) {
    const why = reasonOf(error, context, () => newUuid(cloudFormation.world));
    setResourceStatus(cloudFormation, stack, resource, `${verb}_FAILED`, why);
    return false;
  }
}

/** A failure of the resource in CloudFormation's words. Anything else is a mistake of ours and goes on up. */
function reasonOf(error: unknown, context: ResourceContext, newRequestId: () => string): string {
  if (error instanceof UnresolvableError || error instanceof StackFailure) return error.message;
  if (error instanceof CallFailure)
    return handlerReason(wrapCallFailure(context.type, error, newRequestId()), context.requestToken);
  if (error instanceof ResourceFailure) return handlerReason(error, context.requestToken);
  throw error;
}
