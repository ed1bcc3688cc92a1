import type { StackRecord } from '../world/cloudformation/stack-record';
import type { Stack } from './stack';
import type { Value } from './value';

/** What DescribeStacks and its kin may tell of a stack: the driver's own knowledge without what only it needs. */
export function recordOf(stack: Stack): StackRecord {
  return {
    id: stack.id,
    name: stack.name,
    accountId: stack.accountId,
    region: stack.region,
    description: stack.template.description,
    template: stack.template.document.text,
    status: stack.status,
    statusReason: stack.statusReason,
    createdAt: stack.createdAt,
    updatedAt: stack.updatedAt,
    deletedAt: stack.deletedAt,
    disableRollback: stack.disableRollback,
    parameters: stack.template.parameters.map(({ name, type, noEcho }) => ({
      key: name,
      value: noEcho ? '****' : (stack.parameters.get(name)?.text ?? ''),
      ...(type.isStored && { resolvedValue: textOf(stack.parameters.get(name)?.value) }),
    })),
    outputs: Object.entries(stack.outputs).map(([key, value]) => ({
      key,
      value,
      description: stack.template.outputs.get(key)?.description,
      exportName: stack.exportNames[key],
    })),
    resources: [...stack.resources.values()].map(({ made, ...resource }) => ({
      logicalId: resource.logicalId,
      physicalId: made?.physicalId,
      type: resource.type,
      status: resource.status,
      statusReason: resource.statusReason,
      changedAt: resource.changedAt,
    })),
    events: stack.events.map(({ reason, ...event }) => ({ ...event, statusReason: reason })),
    imports: stack.imports,
    parentId: stack.parentId,
  };
}

const textOf = (value: Value | undefined): string =>
  Array.isArray(value) ? value.join(',') : String(value ?? '');
