import type { Migration, Ports as MigrationPorts } from '@cutover/alias-migration';
import type { ParameterPort } from '@cutover/handler-kit';
import type { HttpsFirst } from './declaration';
import type { ResourceRecord } from './record';

/**
 * What a site needs of the world, in its own words. Implemented over SDK v3 (aws-adapter) and in memory for tests. Every
 * method may be called again at any time; changes name the ETag they were planned on. Methods throw `Failure` of
 * handler-kit and nothing else. What is absent is undefined, not an error.
 */
export interface SitePorts {
  readonly rules: RulesPort;
  readonly stores: StorePort;
  readonly functions: FunctionPort;
  readonly distributions: DistributionPort;
  readonly certificates: CertificatePort;
  readonly tags: TagPort;
  readonly dns: SiteDnsPort;
  readonly parameters: ParameterPort;
  /** The world as the roles of a migration see it: asked for in every step, so keep them. */
  readonly moves: (migration: Migration) => MovePorts;
}

/** Of a migration's ports those that the site has not itself; it declares no alarms. */
export type MovePorts = Omit<MigrationPorts, 'parameters' | 'alarms'>;

/** Where rules lie that no template can carry. */
export interface RulesPort {
  /** The bytes of one version of an object in S3. */
  read(source: RulesObject): Promise<Uint8Array | undefined>;
}

export interface RulesObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
}

/** KeyValueStores: the control plane's operations, and of the data plane what the items need. */
export interface StorePort {
  find(name: string): Promise<Store | undefined>;
  /** Takes minutes to become READY. @throws Failure `Taken` where the account has one of the name */
  create(name: string, comment: string): Promise<Store>;
  remove(name: string, etag: string): Promise<void>;
  /** DescribeKeyValueStore of the data plane, whose ETag is another one than the control plane's. */
  describe(storeArn: string): Promise<StoreState>;
  /** All items, by pages of 50: what is there, under no one ETag. */
  items(storeArn: string): Promise<ReadonlyMap<string, string>>;
  /**
   * UpdateKeys once: all or nothing, at most 50 keys and 3 MB.
   * @returns the data plane's next ETag
   */
  update(storeArn: string, batch: ItemBatch, etag: string): Promise<string>;
}

export interface Store {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly status: string;
  /** Of the control plane. */
  readonly etag: string;
}

export interface StoreState {
  /** Of the data plane: changes with every update of keys. */
  readonly etag: string;
  readonly itemCount: number;
  readonly totalBytes: number;
}

export interface ItemBatch {
  readonly puts: ReadonlyMap<string, string>;
  readonly deletes: readonly string[];
}

export type Stage = 'DEVELOPMENT' | 'LIVE';

export interface FunctionPort {
  /** The function as it is in a stage; undefined also where it was never published to it. */
  find(name: string, stage: Stage): Promise<EdgeFunction | undefined>;
  create(draft: FunctionDraft): Promise<void>;
  /** To DEVELOPMENT: viewers do not notice. */
  update(draft: FunctionDraft, etag: string): Promise<void>;
  /** What DEVELOPMENT has becomes LIVE. @param etag of DEVELOPMENT */
  publish(name: string, etag: string): Promise<void>;
  /** TestFunction on DEVELOPMENT. @param event as CloudFront gives it, in JSON */
  test(name: string, etag: string, event: string): Promise<FunctionTest>;
  remove(name: string, etag: string): Promise<void>;
}

export interface FunctionDraft {
  readonly name: string;
  readonly comment: string;
  readonly code: string;
  readonly storeArn: string;
}

export interface EdgeFunction {
  readonly name: string;
  readonly arn: string;
  readonly etag: string;
  readonly comment: string;
  /** `UNPUBLISHED`, `UNASSOCIATED`, `IN_PROGRESS`, `DEPLOYED`: LIVE runs at every edge when DEPLOYED. */
  readonly status: string;
  readonly code: string;
  readonly storeArn?: string;
}

export interface FunctionTest {
  /** JSON: `{"response": …}` or `{"request": …}`; absent when it failed. */
  readonly output?: string;
  readonly error?: string;
  /** Share of the time that CloudFront allows, in percent. */
  readonly utilization: number;
}

export interface DistributionPort {
  find(distributionId: string): Promise<SiteDistribution | undefined>;
  /** By the caller reference, which CloudFront keeps: finds what a killed create has made. */
  findMade(callerReference: string): Promise<SiteDistribution | undefined>;
  /** Which distributions of this account have the names; those that none has are left out. */
  findHolders(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  create(draft: DistributionDraft): Promise<SiteDistribution>;
  /** What the edit names, and nothing else. */
  edit(distributionId: string, edit: SiteDistributionEdit, etag: string): Promise<void>;
  remove(distributionId: string, etag: string): Promise<void>;
}

export interface SiteDistribution {
  readonly id: string;
  readonly arn: string;
  readonly domainName: string;
  readonly etag: string;
  readonly deployed: boolean;
  readonly enabled: boolean;
  readonly aliases: readonly string[];
  readonly certificateArn?: string;
  /** Of the default cache behaviour, on viewer-request. */
  readonly functionArn?: string;
  readonly ipv6Enabled: boolean;
  readonly settings: DistributionSettings;
}

/** How a distribution of the site's own answers, beside its rules. */
export interface DistributionSettings {
  readonly priceClass: string;
  /** Undefined where somebody has set what no site declares. */
  readonly httpsFirst?: HttpsFirst;
  /** Domain name of what answers where the function does not. */
  readonly origin?: string;
  readonly logs?: { readonly bucket: string; readonly prefix: string };
}

export interface DistributionDraft extends DistributionSettings {
  readonly callerReference: string;
  readonly comment: string;
  readonly aliases: readonly string[];
  readonly certificateArn?: string;
  readonly functionArn: string;
  readonly tags: Tags;
}

/** A member that is left out stays as it is. */
export interface SiteDistributionEdit {
  readonly aliases?: readonly string[];
  /** `null`: CloudFront's own certificate again, which an existing distribution may have had. */
  readonly certificateArn?: string | null;
  readonly enabled?: boolean;
  /** `null` takes it away. */
  readonly functionArn?: string | null;
  /** Of the site's own distributions alone. */
  readonly settings?: DistributionSettings;
}

/** Tags of distributions and certificates, by ARN. */
export interface TagPort {
  /** Undefined where nothing has the ARN. */
  find(arn: string): Promise<Tags | undefined>;
  /** Adds these, or gives them other values; the others stay. */
  put(arn: string, tags: Tags): Promise<void>;
  remove(arn: string, keys: readonly string[]): Promise<void>;
}

/** Key to value. */
export type Tags = Readonly<Record<string, string>>;

export interface CertificatePort {
  find(arn: string): Promise<SiteCertificate | undefined>;
  /**
   * RequestCertificate with DNS validation. The token finds what a killed request has made, for an hour.
   * @returns its ARN
   */
  request(names: readonly string[], token: string, tags: Tags): Promise<string>;
  remove(arn: string): Promise<void>;
}

export interface SiteCertificate {
  readonly arn: string;
  /** `PENDING_VALIDATION`, `ISSUED`, `FAILED`, … */
  readonly status: string;
  readonly failureReason?: string;
  readonly names: readonly string[];
  readonly validations: readonly Validation[];
  /** Of the last renewal, where there was one. */
  readonly renewal?: string;
  readonly inUse: boolean;
}

/** What shows ACM that a name is ours. The record appears some seconds after the request. */
export interface Validation {
  readonly name: string;
  readonly status: string;
  readonly record?: { readonly name: string; readonly value: string };
}

export interface SiteDnsPort {
  /** Hosted zone's name without its last dot. */
  findZone(hostedZoneId: string): Promise<string | undefined>;
  /** Record sets of exactly these names, of all types. */
  findRecords(hostedZoneId: string, names: readonly string[]): Promise<ResourceRecord[]>;
  /** One atomic batch. @returns the change's id */
  change(hostedZoneId: string, batch: RecordBatch): Promise<string>;
  isPublished(changeId: string): Promise<boolean>;
  /** CAA as public DNS answers it for the name, climbing to its parents as issuers do; empty: anyone may issue. */
  findIssuers(name: string): Promise<readonly string[]>;
}

export interface RecordBatch {
  readonly comment: string;
  readonly upserts: readonly ResourceRecord[];
  readonly deletes: readonly ResourceRecord[];
}
