import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Instant } from '@cutover/ground';
import type { Arrival } from '../arrivals';
import type { FunctionVersion } from './entities/entity';

/** A point of presence: one ordered queue of configurations over all distributions, and what it serves by now. */
export interface Edge {
  readonly name: string;
  readonly address: string;
  readonly serving: Map<string, ServedConfig>;
  readonly queue: EdgeEntry[];
  /** What it has been told to forget so far. Its cache is not part of the world: only viewers see it. */
  readonly invalidated: AppliedInvalidation[];
  /** The code that it runs, by the function's ARN. */
  readonly functions: Map<string, FunctionVersion>;
  /** Items of key value stores as functions read them here, by id. */
  readonly stores: Map<string, Map<string, string>>;
  /** Code and items on their way to it. */
  readonly arriving: Arrival[];
}

export interface AppliedInvalidation {
  readonly distributionId: string;
  readonly paths: readonly string[];
  readonly at: Instant;
}

export interface ServedConfig {
  readonly distributionId: string;
  readonly accountId: string;
  readonly domainName: string;
  readonly config: DistributionConfig;
}

/** One entry may carry several distributions: an alias move changes both at the same instant. */
export interface EdgeEntry {
  readonly number: number;
  readonly appliesAt: Instant;
  readonly changes: { readonly distributionId: string; readonly served: ServedConfig | undefined }[];
  readonly invalidates?: Pick<AppliedInvalidation, 'distributionId' | 'paths'>;
}

/** A request to forget objects. Edges take it in turn, like a configuration. */
export interface Invalidation {
  readonly id: string;
  readonly distributionId: string;
  readonly callerReference: string;
  readonly paths: readonly string[];
  readonly createdAt: Instant;
  /** Its entry of the edge queues. */
  readonly entry: number;
  /** Until then it is InProgress, whatever the edges we model have: there are others. */
  readonly completedAt: Instant;
}
