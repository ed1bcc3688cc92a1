import { changesOf, type ResourceChange } from './change-set';
import { type CloudFormation, stackKey } from './cloudformation';
import { prepareStack } from './prepare';
import type { StackRequest } from './request';

/** What a deployment would do to a stack. */
export interface ChangeSet {
  readonly stack: string;
  readonly kind: 'CREATE' | 'UPDATE';
  /** Empty when an update would have nothing to do. */
  readonly changes: readonly ResourceChange[];
}

/**
 * What deploying a request would change, without changing anything: CloudFormation's change set.
 * @throws TemplateError when the request would be refused
 */
export function previewStack(cloudFormation: CloudFormation, request: StackRequest): ChangeSet {
  const found = cloudFormation.stacks.get(stackKey(request.accountId, request.region, request.name));
  const stack = found?.status === 'DELETE_COMPLETE' ? undefined : found;
  const prepared = prepareStack(cloudFormation, request, stack?.id, stack);
  return {
    stack: request.name,
    kind: stack ? 'UPDATE' : 'CREATE',
    changes: changesOf(cloudFormation, stack, prepared),
  };
}
