import type { DistributionConfig, Tag } from '@aws-sdk/client-cloudfront';
import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Chance, Instant } from '@cutover/ground';
import type { Fault } from '../faults/fault';
import type { Arrival } from './arrivals';
import type { CallRecord } from './call';
import type { ChangeSetRecord } from './cloudformation/change-sets/record';
import type { DriftDetection } from './cloudformation/drift/record';
import type { StackOrder } from './cloudformation/stack-order';
import type { StackExport, StackRecord } from './cloudformation/stack-record';
import type { Entities, FunctionVersion } from './cloudfront/entities/entity';
import type { Connection } from './codeconnections/connection';
import type { StoreItems } from './key-value-stores/store-items';
import type { Knobs } from './knobs';
import type { ActivationRecord, PublicTypeRecord, PublisherRecord } from './registry/public-record';
import type { TestVerdict, TypeTest } from './registry/tests';
import type { RegistrationRecord, TypeRecord } from './registry/type-record';
import type { Bucket } from './s3/bucket';
import type { StackSetOrder, StackSetRecord } from './stack-sets/record';

export type { CallRecord, ServiceName } from './call';

/**
 * All of AWS that there is: plain data, changed only by the transitions (one per operation) and by `advance`.
 * A transition checks everything before its first write, so a refused call leaves the world as it was.
 */
export interface World extends Entities {
  readonly chance: Chance;
  readonly knobs: Knobs;
  readonly startedAt: Instant;
  now: Instant;
  /** Draws so far; gives every id, ETag and delay its own number. */
  sequence: number;
  readonly accounts: Map<string, Account>;
  readonly sessions: Map<string, Session>;
  readonly roles: Map<string, Role>;
  readonly distributions: Map<string, Distribution>;
  /** Names that are given up but not free yet; empty unless the knob `releaseAt` is 'deployed'. */
  readonly leavingAliases: Map<string, LeavingAlias>;
  readonly edges: Edge[];
  /** By id; in order of creation. */
  readonly invalidations: Map<string, Invalidation>;
  readonly hostedZones: Map<string, HostedZone>;
  readonly changes: Map<string, RecordChange>;
  readonly certificates: Map<string, Certificate>;
  /** What is in the key value stores, by id, as their own API answers it; edges have views of their own. */
  readonly storeItems: Map<string, StoreItems>;
  /** By name, which is unique in all accounts. */
  readonly buckets: Map<string, Bucket>;
  readonly parameters: Map<string, Parameter>;
  /** By ARN. */
  readonly alarms: Map<string, Alarm>;
  /** By id; in order of creation. */
  readonly stacks: Map<string, StackRecord>;
  /** By id; those that were executed are gone. */
  readonly changeSets: Map<string, ChangeSetRecord>;
  /** Stacks that clients want made, changed or deleted, and nobody has begun with. */
  readonly stackOrders: StackOrder[];
  /** By id. */
  readonly driftDetections: Map<string, DriftDetection>;
  /** The private registry: by account, region and name (typeKey). */
  readonly types: Map<string, TypeRecord>;
  /** By token. */
  readonly registrations: Map<string, RegistrationRecord>;
  /** Who may publish where: by account and region. */
  readonly publishers: Map<string, PublisherRecord>;
  /** The public registry: by publisher, region and name (publicKey). */
  readonly publicTypes: Map<string, PublicTypeRecord>;
  /** Public types that an account uses: by account, region and the name that it gave them (typeKey). */
  readonly activations: Map<string, ActivationRecord>;
  /** What SetTypeConfiguration was given, by typeKey. */
  readonly typeConfigurations: Map<string, string>;
  /** Contract tests that were asked for, and nobody has begun with. */
  readonly typeTests: TypeTest[];
  /** What the contract tests said of a package, by its digest: they are run once. */
  readonly testVerdicts: Map<string, TestVerdict>;
  /** By ARN. */
  readonly connections: Map<string, Connection>;
  /** By account, region and name. */
  readonly stackSets: Map<string, StackSetRecord>;
  /** Operations of stack sets that nobody has begun with. */
  readonly stackSetOrders: StackSetOrder[];
  /** By account, region and name (exportKey). */
  readonly exports: Map<string, StackExport>;
  /** What CloudFront's own resolver remembers, by `name|type`. */
  readonly cloudFrontResolverCache: Map<string, CachedAnswer>;
  /** The judge's: who held each alias, from when on. Nobody under test reads it. */
  readonly ownerHistory: OwnerChange[];
  readonly calls: CallRecord[];
  readonly faults: Fault[];
}

export interface Account {
  readonly id: string;
  readonly name: string;
}

/** Credentials from AssumeRole. Unknown keys are the administrator of an account (see identity.ts). */
export interface Session {
  readonly accessKeyId: string;
  /** Absent for GetSessionToken, which stands for the account's administrator. */
  readonly roleArn?: string;
  readonly sessionName: string;
  readonly accountId: string;
  readonly expiresAt: Instant;
}

export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly accountId: string;
  readonly trust: PolicyDocument;
  readonly policies: PolicyDocument[];
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: Statement[];
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Principal?: unknown;
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}

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

export interface Certificate {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly names: string[];
  readonly type: 'IMPORTED' | 'AMAZON_ISSUED';
  status: 'PENDING_VALIDATION' | 'ISSUED' | 'EXPIRED' | 'VALIDATION_TIMED_OUT' | 'FAILED';
  /** Why a requested one has failed. */
  failureReason?: 'CAA_ERROR';
  /** Without meaning until a requested certificate is issued. */
  notBefore: Instant;
  notAfter: Instant;
  /** Only of requested ones. */
  validation?: Validation;
  readonly keyAlgorithm: string;
  /** Only for imported ones; for the others the local authority makes key and certificate at the first handshake. */
  readonly imported?: {
    readonly certificatePem: string;
    readonly privateKeyPem: string;
    readonly chainPem?: string;
  };
  tags: Tag[];
}

/** The proof that ACM waits for before it issues a certificate. */
export interface Validation {
  readonly method: 'DNS' | 'EMAIL';
  readonly requestedAt: Instant;
  readonly idempotencyToken?: string;
  /** From when on the records are shown. */
  readonly shownAt: Instant;
  /** How long ACM takes to find a record that is there. */
  readonly lookMs: number;
  /** By domain: when ACM has found, or will find, its record. */
  readonly foundAt: Readonly<Record<string, Instant>>;
}

export interface Parameter {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly type: string;
  /** Left out: Standard. */
  readonly tier?: 'Standard' | 'Advanced';
  readonly value: string;
  readonly version: number;
  readonly modifiedAt: Instant;
}

export interface Alarm {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  readonly config: Omit<PutMetricAlarmInput, 'AlarmName' | 'Tags'>;
  readonly configuredAt: Instant;
  readonly state: {
    readonly value: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
    readonly reason: string;
    readonly reasonData?: string;
    readonly updatedAt: Instant;
    /** When the value was last another one. */
    readonly changedAt: Instant;
  };
}

export interface CachedAnswer {
  readonly expiresAt: Instant;
  readonly answers: DnsAnswer[];
  readonly code: DnsCode;
}

export type DnsCode = 'NOERROR' | 'NXDOMAIN' | 'REFUSED' | 'SERVFAIL';

export interface DnsAnswer {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'TXT' | 'NS' | 'SOA' | 'HTTPS' | 'CAA' | 'MX';
  readonly ttl: number;
  /** Text form; TXT without quotes, names without the last dot. */
  readonly data: string;
}

export interface OwnerChange {
  readonly at: Instant;
  readonly alias: string;
  readonly distributionId: string | undefined;
}
