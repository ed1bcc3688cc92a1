import type { Instant } from '@cutover/ground';
import type { ParameterValue } from './template/parameter-values';
import type { Template } from './template/template';
import type { Members } from './value';

export type StackStatus =
  | 'CREATE_IN_PROGRESS'
  | 'CREATE_COMPLETE'
  | 'CREATE_FAILED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_COMPLETE'
  | 'ROLLBACK_FAILED'
  | 'UPDATE_IN_PROGRESS'
  | 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_COMPLETE'
  | 'UPDATE_FAILED'
  | 'UPDATE_ROLLBACK_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE'
  | 'UPDATE_ROLLBACK_FAILED'
  | 'DELETE_IN_PROGRESS'
  | 'DELETE_COMPLETE'
  | 'DELETE_FAILED';

export type ResourceStatus =
  | `${'CREATE' | 'UPDATE' | 'DELETE'}_${'IN_PROGRESS' | 'COMPLETE' | 'FAILED'}`
  | 'DELETE_SKIPPED';

/** One line of DescribeStackEvents; oldest first here. */
export interface StackEvent {
  readonly at: Instant;
  readonly logicalId: string;
  readonly physicalId: string | undefined;
  readonly type: string;
  readonly status: StackStatus | ResourceStatus;
  readonly reason?: string;
}

/** What a resource came to be. */
export interface Made {
  readonly physicalId: string;
  /** What GetAtt gives. */
  readonly attributes: Members;
  /** An extension type's whole model, as its last answer had it. */
  readonly model?: Members;
}

export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  status: ResourceStatus;
  statusReason: string | undefined;
  /** When the status was set. */
  changedAt: Instant;
  /** Known as soon as there is anything to delete, which may be long before the resource is complete. */
  made: Made | undefined;
  /** What it was last made or updated with. */
  properties: Members;
}

export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  /** Of a nested stack: the stack that it is a resource of. */
  readonly parentId: string | undefined;
  status: StackStatus;
  statusReason: string | undefined;
  /** What failed stays as it is, to look at. */
  disableRollback: boolean;
  template: Template;
  parameters: ReadonlyMap<string, ParameterValue>;
  /** By logical id; the deleted ones of a stack that is gone or rolled back stay for the record. */
  readonly resources: Map<string, StackResource>;
  outputs: Readonly<Record<string, string>>;
  /** Under which name an output is exported, by output. */
  exportNames: Readonly<Record<string, string>>;
  /** Names of other stacks' exports that the template imports. */
  imports: readonly string[];
  readonly createdAt: Instant;
  updatedAt: Instant | undefined;
  deletedAt: Instant | undefined;
  readonly events: StackEvent[];
}
