import type { Made } from '../stack';
import { generatedName } from './names';
import type { ResourceContext, ResourceProvider } from './provider';
import { anything, record, text } from './shape';

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
  'VersioningConfiguration',
  'WebsiteConfiguration',
];

const shape = record({
  BucketName: text,
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
    const { BucketName } = shape.toApi(properties) as { readonly BucketName?: string };
    const name = BucketName ?? generatedName(context, 63).toLowerCase();
    await context.call('s3', 'CreateBucket', { Bucket: name });
    return madeOf(context, name);
  },
  update: async (_context, made) => made,
  delete: async (context, made) => {
    await context.call('s3', 'DeleteBucket', { Bucket: made.physicalId });
  },
};

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
