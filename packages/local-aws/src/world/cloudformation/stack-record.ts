import type { ResourceStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import type { Instant } from '@cutover/ground';

/** A stack as DescribeStacks and its kin show it. Whoever runs stacks writes a new record at every event. */
export interface StackRecord {
  /** The stack's ARN: a deleted stack stays under it, beside a later one of the same name. */
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly description?: string;
  /** As it was given. */
  readonly template?: string;
  readonly status: StackStatus;
  readonly statusReason?: string;
  readonly createdAt: Instant;
  readonly updatedAt?: Instant;
  readonly deletedAt?: Instant;
  readonly disableRollback: boolean;
  /** Parameters with NoEcho show asterisks. */
  readonly parameters: readonly StackParameterRecord[];
  readonly outputs: readonly StackOutputRecord[];
  readonly resources: readonly StackResourceRecord[];
  /** Oldest first; AWS answers the newest first. */
  readonly events: readonly StackEventRecord[];
  /** Names of the exports that the stack's template imports. */
  readonly imports: readonly string[];
  /** Of a nested stack: the stack that it is a resource of. */
  readonly parentId?: string;
}

export interface StackParameterRecord {
  readonly key: string;
  readonly value: string;
  /** Of a parameter that names one of the parameter store: what was found there. */
  readonly resolvedValue?: string;
}

export interface StackOutputRecord {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

export interface StackResourceRecord {
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly status: ResourceStatus;
  readonly statusReason?: string;
  readonly changedAt: Instant;
}

export interface StackEventRecord extends Omit<StackResourceRecord, 'status' | 'changedAt'> {
  readonly status: ResourceStatus | StackStatus;
  readonly at: Instant;
}

/** A value that other stacks of the account and region may import. */
export interface StackExport {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly value: string;
  readonly stackId: string;
}
