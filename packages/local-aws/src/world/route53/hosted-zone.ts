import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Instant } from '@cutover/ground';

export interface HostedZone {
  readonly id: string;
  readonly accountId: string;
  /** Lower case with the last dot: `example.com.` */
  readonly name: string;
  readonly callerReference: string;
  readonly comment?: string;
  readonly nameServers: string[];
  /** What the API answers. */
  records: ResourceRecordSet[];
  /** What the name servers answer; follows `records` after the publish lag. */
  published: ResourceRecordSet[];
  readonly pending: {
    /** Of the world's sequence, so that a fault finds what one call has submitted. */
    readonly number: number;
    readonly appliesAt: Instant;
    readonly records: ResourceRecordSet[];
    readonly changeId: string;
  }[];
}

export interface RecordChange {
  readonly id: string;
  readonly zoneId: string;
  readonly submittedAt: Instant;
  readonly insyncAt: Instant;
  readonly comment?: string;
}
