import type { Instant } from '@cutover/ground';
import type { ParameterPort } from '@cutover/handler-kit';

export type { Parameter, ParameterPort } from '@cutover/handler-kit';

/**
 * What the domain needs of the world, in its own words. Implemented over SDK v3 (aws-adapter) and straight on the
 * local AWS's world (explorer); one contract test holds the two equal. Every method may be called again at any
 * time; mutations name the ETag they were planned on. Methods throw `Failure` of handler-kit and nothing else.
 */
export interface Ports {
  /** CloudFront as the target's account and as the source's role see it (the same when there is one account). */
  readonly cloudFront: Record<Side, CloudFrontPort>;
  readonly certificates: CertificatePort;
  readonly alarms: AlarmPort;
  readonly dns: DnsPort;
  readonly viewer: ViewerPort;
  /** SSM in us-east-1 of the target's account, whatever region the stack is in: CloudFront is global. */
  readonly parameters: ParameterPort;
}

export type Side = 'source' | 'target';

export interface CloudFrontPort {
  /** GetDistribution and its config. Absent (also: not in this account) is undefined, not an error. */
  findDistribution(distributionId: string): Promise<Distribution | undefined>;
  /** One UpdateDistribution on the XML that was read under `etag`: only aliases, and the certificate if named. */
  editDistribution(distributionId: string, edit: DistributionEdit, etag: string): Promise<void>;
  /** UpdateDomainAssociation: the alias leaves its holder and joins the target, in one step. */
  moveAlias(alias: string, targetDistributionId: string, targetEtag: string): Promise<void>;
  /** AssociateAlias: the same by the older call. It wants the TXT record that proves the name, and has no ETag. */
  associateAlias(alias: string, targetDistributionId: string): Promise<void>;
  /** ListDistributions: all of the account. */
  listDistributions(): Promise<DistributionSummary[]>;
  /** ListDomainConflicts: who else holds names overlapping `domain` (ids masked for foreign accounts). */
  findConflicts(domain: string, targetDistributionId: string): Promise<AliasHolder[]>;
}

export interface Distribution {
  readonly id: string;
  readonly arn: string;
  readonly accountId: string;
  /** `d111111abcdef8.cloudfront.net` */
  readonly domainName: string;
  readonly etag: string;
  readonly deployed: boolean;
  readonly enabled: boolean;
  readonly staging: boolean;
  readonly tenantOnly: boolean;
  readonly aliases: readonly string[];
  readonly certificate: ViewerCertificate;
  readonly httpVersion: string;
  readonly ipv6Enabled: boolean;
  readonly anycastIpListId?: string;
}

export interface DistributionSummary {
  readonly id: string;
  readonly aliases: readonly string[];
}

export type ViewerCertificate =
  | { readonly kind: 'default' }
  | { readonly kind: 'iam'; readonly id: string }
  | {
      readonly kind: 'acm';
      readonly arn: string;
      readonly sslSupportMethod: string;
      readonly minimumProtocolVersion: string;
    };

export interface DistributionEdit {
  readonly addAliases: readonly string[];
  readonly removeAliases: readonly string[];
  /** Left out: the certificate stays as it is. */
  readonly certificate?: ViewerCertificate;
  /** Left out: it stays enabled, or disabled. */
  readonly enabled?: boolean;
}

export interface AliasHolder {
  readonly domain: string;
  /** May be masked with `*` in its first half. */
  readonly distributionId: string;
  readonly accountId: string;
  readonly kind: 'distribution' | 'distribution-tenant';
}

export interface CertificatePort {
  /** ACM DescribeCertificate in us-east-1 of the target's account. */
  findCertificate(arn: string): Promise<Certificate | undefined>;
}

export interface Certificate {
  readonly arn: string;
  readonly status: string;
  /** Domain name and subject alternative names, lower case. */
  readonly names: readonly string[];
  readonly notAfter?: Instant;
}

export interface AlarmPort {
  /** CloudWatch DescribeAlarms in the regions that the ARNs name, as the stack's account. An absent one is left out. */
  findAlarms(arns: readonly string[]): Promise<Alarm[]>;
}

export interface Alarm {
  readonly arn: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  /** Why it is in this state, in CloudWatch's words. */
  readonly reason: string;
}

export interface DnsPort {
  findZone(hostedZoneId: string): Promise<Zone | undefined>;
  /** Record sets of exactly these names, types A, AAAA, CNAME and HTTPS; sorted by name, then type. */
  findRecords(hostedZoneId: string, names: readonly string[]): Promise<RecordSet[]>;
  /** The TXT sets of exactly these names, sorted by name; values in quotes, as Route 53 has them. */
  findTexts(hostedZoneId: string, names: readonly string[]): Promise<RecordSet[]>;
  /** One atomic batch. @returns the change's id, for `isPublished`. */
  changeRecords(hostedZoneId: string, batch: RecordBatch): Promise<string>;
  /** GetChange: INSYNC. */
  isPublished(changeId: string): Promise<boolean>;
  /** The zone that holds a name as public DNS delegates it, and its servers; undefined where none is found. */
  findAuthority(name: string): Promise<Authority | undefined>;
  /** What each authoritative name server of the zone answers for the name by itself, without any cache. */
  askAuthority(zone: Authority, name: string, type: LookupType): Promise<AuthorityAnswer[]>;
}

export interface Authority {
  /** The apex, without the last dot. */
  readonly name: string;
  readonly nameServers: readonly string[];
}

export interface Zone extends Authority {
  readonly id: string;
  readonly isPrivate: boolean;
}

export type RecordType = 'A' | 'AAAA' | 'CNAME' | 'HTTPS';
export type LookupType = RecordType | 'TXT';

export interface RecordSet {
  /** Lower case, without the last dot. */
  readonly name: string;
  readonly type: LookupType;
  readonly ttlSeconds?: number;
  readonly values?: readonly string[];
  readonly aliasTarget?: {
    readonly hostedZoneId: string;
    readonly dnsName: string;
    readonly evaluateTargetHealth: boolean;
  };
  /** Weighted, latency, failover… records: present when the set has a routing policy, which we refuse to move. */
  readonly setIdentifier?: string;
}

export interface RecordBatch {
  readonly comment: string;
  readonly upserts: readonly RecordSet[];
  readonly deletes: readonly RecordSet[];
}

export interface AuthorityAnswer {
  readonly nameServer: string;
  /** Undefined when the server did not answer. */
  readonly values: readonly string[] | undefined;
  /** Where it is known. */
  readonly ttlSeconds?: number;
}

/** The world as a viewer sees it: public DNS, TLS with SNI, HTTP. */
export interface ViewerPort {
  /** One HTTPS GET to every address that public DNS gives for `via`, with SNI and Host `host`. */
  request(query: ViewerQuery): Promise<ViewerAnswer[]>;
}

export interface ViewerQuery {
  /** The name that is resolved to addresses: a distribution's own domain name, or the alias itself. */
  readonly via: string;
  readonly host: string;
  readonly path: string;
  readonly timeoutMs: number;
}

export type ViewerAnswer =
  | {
      readonly address: string;
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly address: string; readonly kind: 'failed'; readonly reason: string };
