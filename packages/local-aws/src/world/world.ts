import type { Chance, Instant } from '@cutover/ground';
import type { Fault } from '../faults/fault';
import type { Certificate } from './acm/certificate';
import type { CallRecord } from './call';
import type { ChangeSetRecord } from './cloudformation/change-sets/record';
import type { DriftDetection } from './cloudformation/drift/record';
import type { StackOrder } from './cloudformation/stack-order';
import type { StackExport, StackRecord } from './cloudformation/stack-record';
import type { Distribution, LeavingAlias } from './cloudfront/distribution';
import type { Edge, Invalidation } from './cloudfront/edge';
import type { Entities } from './cloudfront/entities/entity';
import type { Alarm } from './cloudwatch/alarm';
import type { Connection } from './codeconnections/connection';
import type { StoreItems } from './key-value-stores/store-items';
import type { Knobs } from './knobs';
import type { ActivationRecord, PublicTypeRecord, PublisherRecord } from './registry/public-record';
import type { TestVerdict, TypeTest } from './registry/tests';
import type { RegistrationRecord, TypeRecord } from './registry/type-record';
import type { HostedZone, RecordChange } from './route53/hosted-zone';
import type { Bucket } from './s3/bucket';
import type { Parameter } from './ssm/parameter';
import type { StackSetOrder, StackSetRecord } from './stack-sets/record';
import type { Role, Session } from './sts/principal';

export type { Certificate, Validation } from './acm/certificate';
export type { CallRecord, ServiceName } from './call';
export type { Distribution, LeavingAlias } from './cloudfront/distribution';
export type { AppliedInvalidation, Edge, EdgeEntry, Invalidation, ServedConfig } from './cloudfront/edge';
export type { Alarm } from './cloudwatch/alarm';
export type { HostedZone, RecordChange } from './route53/hosted-zone';
export type { Parameter } from './ssm/parameter';
export type { PolicyDocument, Role, Session, Statement } from './sts/principal';

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
