import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import type { Members } from '../value';
import { generatedName } from './names';
import type { ResourceContext, ResourceProvider } from './provider';
import { anything, oneOf, record, required, text } from './shape';

/** What else a bucket can have. The S3 of the local AWS keeps objects, and has none of this. */
const unread = [
  'AccelerateConfiguration',
  'AccessControl',
  'AnalyticsConfigurations',
  'BucketEncryption',
  'CorsConfiguration',
  'IntelligentTieringConfigurations',
  'InventoryConfigurations',
  'LifecycleConfiguration',
  'LoggingConfiguration',
  'MetricsConfigurations',
  'NotificationConfiguration',
  'ObjectLockConfiguration',
  'ObjectLockEnabled',
  'OwnershipControls',
  'PublicAccessBlockConfiguration',
  'ReplicationConfiguration',
  'Tags',
  'WebsiteConfiguration',
];

const shape = record({
  BucketName: text,
  VersioningConfiguration: record({ Status: required(oneOf('Enabled', 'Suspended')) }),
  ...Object.fromEntries(unread.map((name) => [name, anything])),
});

/**
 * AWS::S3::Bucket: a bucket for objects, its name and the names under which it answers. What it would answer to viewers
 * is declared as an origin of the rehearsal. Ref is the name.
 */
export const bucketProvider: ResourceProvider = {
  type: 'AWS::S3::Bucket',
  attributes: ['Arn', 'DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'],
  createOnly: ['BucketName'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const bucket = toApi(properties);
    const Bucket = bucket.BucketName ?? generatedName(context, 63).toLowerCase();
    // After a lost answer, that the account has it is enough.
    const look = async () => ((await isThere(context, Bucket)) ? { answer: {} } : { input: { Bucket } });
    await context.call('s3', 'CreateBucket', { Bucket }, look);
    const made = madeOf(context, Bucket);
    context.begun(made);
    await keepVersions(context, Bucket, statusOf(bucket));
    return made;
  },

  update: async (context, made, properties, previous) => {
    const [before, after] = [previous, properties].map((each) => statusOf(toApi(each)));
    // A bucket that has had versions cannot be without: who takes the property away suspends them.
    if (after !== before) await keepVersions(context, made.physicalId, after ?? 'Suspended');
    return made;
  },

  delete: async (context, { physicalId: Bucket }) => {
    try {
      await context.call('s3', 'DeleteBucket', { Bucket });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'NoSuchBucket')) throw error;
    }
  },
};

interface BucketProperties {
  readonly BucketName?: string;
  readonly VersioningConfiguration?: { readonly Status: string };
}

const toApi = (properties: Members): BucketProperties => shape.toApi(properties) as BucketProperties;

const statusOf = ({ VersioningConfiguration }: BucketProperties): string | undefined =>
  VersioningConfiguration?.Status;

async function keepVersions(
  context: ResourceContext,
  Bucket: string,
  Status: string | undefined,
): Promise<void> {
  if (Status === undefined) return;
  await context.call('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration: { Status } });
}

async function isThere(context: ResourceContext, Bucket: string): Promise<boolean> {
  try {
    await context.call('s3', 'HeadBucket', { Bucket });
    return true;
  } catch (error) {
    if (!(error instanceof AwsFailure && error.code === 'NoSuchBucket')) throw error;
    return false;
  }
}

/** Regions from before 2014 have a hyphen where later ones have a dot (S3 User Guide, "Website endpoints"). */
const hyphenated = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-west-1',
  'sa-east-1',
];

const madeOf = ({ region }: ResourceContext, name: string): Made => ({
  physicalId: name,
  attributes: {
    Arn: `arn:aws:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    WebsiteURL: `http://${name}.s3-website${hyphenated.includes(region) ? '-' : '.'}${region}.amazonaws.com`,
  },
});
