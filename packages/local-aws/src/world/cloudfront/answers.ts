import type { Distribution as DistributionOutput, DistributionSummary } from '@aws-sdk/client-cloudfront';
import { statusOf } from '../view';
import type { Distribution, World } from '../world';
import { inProgress } from './invalidations/invalidation';

const noSigners = { Enabled: false, Quantity: 0 };

/** `Distribution` as Get, Create and Update answer it. */
export const distributionOutput = (world: World, distribution: Distribution): DistributionOutput => ({
  Id: distribution.id,
  ARN: distribution.arn,
  Status: statusOf(world, distribution),
  LastModifiedTime: new Date(distribution.lastModifiedAt),
  InProgressInvalidationBatches: inProgress(world, distribution.id).length,
  DomainName: distribution.domainName,
  ActiveTrustedSigners: noSigners,
  ActiveTrustedKeyGroups: noSigners,
  DistributionConfig: distribution.config,
  ...icpOf(distribution),
});

/** One line of ListDistributions: much of the configuration, but no CallerReference and no Logging. */
export function summaryOutput(world: World, distribution: Distribution): DistributionSummary {
  const { config } = distribution;
  return {
    Id: distribution.id,
    ARN: distribution.arn,
    ETag: distribution.etag,
    Status: statusOf(world, distribution),
    LastModifiedTime: new Date(distribution.lastModifiedAt),
    DomainName: distribution.domainName,
    Aliases: config.Aliases,
    Origins: config.Origins,
    OriginGroups: config.OriginGroups,
    DefaultCacheBehavior: config.DefaultCacheBehavior,
    CacheBehaviors: config.CacheBehaviors,
    CustomErrorResponses: config.CustomErrorResponses,
    Comment: config.Comment,
    PriceClass: config.PriceClass,
    Enabled: config.Enabled,
    ViewerCertificate: config.ViewerCertificate,
    Restrictions: config.Restrictions,
    WebACLId: config.WebACLId,
    HttpVersion: config.HttpVersion,
    IsIPV6Enabled: config.IsIPV6Enabled,
    Staging: config.Staging,
    ...icpOf(distribution),
  };
}

/** Every alias has an ICP status; outside of China it is APPROVED. */
const icpOf = ({ config }: Distribution): Pick<DistributionOutput, 'AliasICPRecordals'> =>
  config.Aliases?.Items?.length
    ? {
        AliasICPRecordals: config.Aliases.Items.map((alias) => ({
          CNAME: alias,
          ICPRecordalStatus: 'APPROVED',
        })),
      }
    : {};

/** The `Location` header of what was created. */
export const locationOf = (path: string): string => `https://cloudfront.amazonaws.com/2020-05-31/${path}`;
