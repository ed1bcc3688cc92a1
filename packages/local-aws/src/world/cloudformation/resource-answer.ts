import type { StackResourceSummary } from '@aws-sdk/client-cloudformation';
import type { StackResourceRecord } from './stack-record';

/** What every listing of resources says about one. */
export const resourceAnswer = (resource: StackResourceRecord) =>
  ({
    LogicalResourceId: resource.logicalId,
    ...(resource.physicalId !== undefined && { PhysicalResourceId: resource.physicalId }),
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ...(resource.statusReason !== undefined && { ResourceStatusReason: resource.statusReason }),
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  }) satisfies Partial<StackResourceSummary>;
