import { differenceOf } from './difference';
import { setResourceStatus } from './events';
import { createResource, newResource, replaceResource, updateResource, type Work } from './resource-steps';
import type { Made, StackResource } from './stack';
import { tryResolving, UnresolvableError } from './template/resolve';
import type { ResourceDefinition } from './template/resource-definition';
import type { Members } from './value';

/** One thing that an update did, for the way back and for the cleaning up. */
export type Done =
  | { readonly kind: 'added'; readonly resource: StackResource }
  | {
      readonly kind: 'changed';
      readonly resource: StackResource;
      readonly before: Members;
      readonly after: Members;
    }
  | {
      readonly kind: 'replaced';
      readonly resource: StackResource;
      readonly before: Members;
      readonly made: Made | undefined;
    };

/**
 * Makes a resource, changes it, makes a new one in its place, or leaves it when nothing is different.
 * @param done what was begun is written down here first, so that it can be undone whatever comes of it
 * @returns whether the resource is now as it is wanted
 */
export async function bringTo(
  work: Work,
  { logicalId, type }: ResourceDefinition,
  resolve: () => Members,
  done: Done[],
): Promise<boolean> {
  const { cloudFormation, stack } = work;
  const existing = stack.resources.get(logicalId);
  if (!existing) {
    const resource = newResource(logicalId, type);
    stack.resources.set(logicalId, resource);
    done.push({ kind: 'added', resource });
    return createResource(work, resource, resolve);
  }
  const after = tryResolving(resolve);
  if (after instanceof UnresolvableError) {
    setResourceStatus(cloudFormation, stack, existing, 'UPDATE_FAILED', after.message);
    return false;
  }
  const { properties: before, made } = existing;
  const difference = differenceOf(cloudFormation.providers.get(type)!, before, after);
  if (!difference) return true;
  if (difference.replacement === 'False') {
    done.push({ kind: 'changed', resource: existing, before, after });
    return updateResource(work, existing, after, before);
  }
  done.push({ kind: 'replaced', resource: existing, before, made });
  return replaceResource(work, existing, after);
}
