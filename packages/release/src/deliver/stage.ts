import type { RegistryAccount } from '@cutover/aws-adapter';

export const environments = ['alpha', 'beta', 'prod'] as const;
export type Environment = (typeof environments)[number];

/** Where a delivery takes place, and what is allowed there. */
export interface Stage {
  readonly env: Environment;
  /** First part of the names of all stacks, in lower case. */
  readonly namespace: string;
  readonly accountId: string;
  /** Of the pipeline and its inbox; the first to get a release. */
  readonly home: string;
  /** Bucket of packages, receipts and, but for prod, of what contract tests say. */
  readonly inbox: string;
  /** The inbox of the stage after. */
  readonly nextInbox: string | undefined;
  /** Of the handlers of all types: an output of the stack {namespace}-{env}-roles. */
  readonly typeRoleArn: string;
  /** The account's registry, region by region. */
  account(region: string): RegistryAccount;
}

/** A type as it is to be delivered: the bytes that were tested before, and the templates of its tests. */
export interface ReleasedType {
  readonly typeName: string;
  readonly slug: string;
  readonly version: string;
  readonly sha256: string;
  readonly archive: Uint8Array;
  /** test/setup.yml: what the inputs of the contract tests name. */
  readonly setup: string | undefined;
  /** test/integ.yml: everything that the type can do. */
  readonly integration: string | undefined;
  /** test/type-configuration.json, with dynamic references in the place of secrets. */
  readonly configuration: string | undefined;
}

/** What became of a type in a delivery. */
export interface Outcome {
  readonly typeName: string;
  readonly kind: 'unchanged' | 'delivered' | 'failed';
  /** What there is now, and what to do about it. */
  readonly says: string;
}

/** `awscommunity-beta-cloudfront-aliasmigration-setup`: {namespace}-{env}-{part}, so that policies can name them. */
export const stackName = (
  { namespace, env }: Pick<Stage, 'namespace' | 'env'>,
  { slug }: Pick<ReleasedType, 'slug'>,
  part: string,
): string => `${namespace}-${env}-${slug.replace(`${namespace}-`, '')}-${part}`;

/** The name has the digest, so that other bytes are another version to CloudFormation. */
export const packageKey = ({ slug, sha256 }: Pick<ReleasedType, 'slug' | 'sha256'>): string =>
  `packages/${slug}/${sha256}.zip`;

export const packageUrl = ({ inbox }: Stage, type: Pick<ReleasedType, 'slug' | 'sha256'>): string =>
  `s3://${inbox}/${packageKey(type)}`;
