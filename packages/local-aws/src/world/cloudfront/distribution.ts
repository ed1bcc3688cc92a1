import type { DistributionConfig, Tag } from '@aws-sdk/client-cloudfront';
import type { Instant } from '@cutover/ground';

export interface Distribution {
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  readonly domainName: string;
  config: DistributionConfig;
  etag: string;
  lastModifiedAt: Instant;
  /** The newest entry of the edge queues that carries this distribution; deployed when all edges have it. */
  entry: number;
  /** Until then the status is InProgress, whatever the edges we model have: there are others. */
  deployedAt: Instant;
  tags: Tag[];
  /** What a reader saw before the last write; a stale read answers it. */
  previous?: Pick<Distribution, 'config' | 'etag' | 'lastModifiedAt'>;
}

export interface LeavingAlias {
  readonly distributionId: string;
  readonly freeAt: Instant;
}
