import type { Instant } from '@cutover/ground';

/** One template for stacks in many places. */
export interface StackSetRecord {
  readonly id: string;
  readonly name: string;
  /** Where the set itself is; its stacks may be anywhere. */
  readonly accountId: string;
  readonly region: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly administrationRoleArn: string | undefined;
  readonly executionRoleName: string | undefined;
  readonly instances: readonly StackInstanceRecord[];
  /** Oldest first. */
  readonly operations: readonly StackSetOperationRecord[];
}

/** A stack of a set, or the place for one that could not be made. */
export interface StackInstanceRecord {
  readonly accountId: string;
  readonly region: string;
  readonly stackName: string;
  readonly stackId: string | undefined;
  /** OUTDATED: its last operation failed, or has not got to it yet. */
  readonly status: 'CURRENT' | 'OUTDATED' | 'INOPERABLE';
  readonly detailedStatus: 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  readonly statusReason: string | undefined;
  /** Values in place of the set's. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly lastOperationId: string;
}

export interface StackSetOperationRecord {
  readonly id: string;
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  readonly statusReason?: string;
  readonly createdAt: Instant;
  readonly endedAt?: Instant;
  readonly isParallel: boolean;
  /** How many accounts of a region may fail before the later regions are left alone. */
  readonly failureTolerance: number;
  readonly results: readonly StackSetResultRecord[];
}

export interface StackSetResultRecord {
  readonly accountId: string;
  readonly region: string;
  readonly status: 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  readonly statusReason?: string;
}

/** An operation that is to be carried out. */
export interface StackSetOrder {
  readonly stackSetKey: string;
  readonly operationId: string;
}

export const stackSetKey = (place: { accountId: string; region: string }, name: string): string =>
  `${place.accountId}/${place.region}/${name}`;

type Place = Pick<StackInstanceRecord, 'accountId' | 'region'>;

export const isAt = (place: Place, { accountId, region }: Place): boolean =>
  accountId === place.accountId && region === place.region;
