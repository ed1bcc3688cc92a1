import type { Instant } from '@cutover/ground';
import type { StackOrder } from '../stack-order';

/** A change set: what a deployment would do, kept until somebody executes it. */
export interface ChangeSetRecord {
  readonly id: string;
  readonly name: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly kind: 'CREATE' | 'UPDATE';
  readonly status: 'CREATE_PENDING' | 'CREATE_COMPLETE' | 'FAILED';
  readonly statusReason?: string;
  readonly createdAt: Instant;
  readonly changes: readonly ResourceChangeRecord[];
  /** What executing it orders. */
  readonly order: StackOrder;
}

export interface ResourceChangeRecord {
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly replacement?: 'True' | 'False' | 'Conditional';
  /** Only of Modify. */
  readonly properties?: readonly string[];
}
