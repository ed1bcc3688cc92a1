import type {
  CloudFrontOriginAccessIdentity,
  CloudFrontOriginAccessIdentitySummary,
} from '@aws-sdk/client-cloudfront';
import type { Entity, OriginAccessIdentityConfig } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { markedList } from '../listing';
import { originAccessIdentity } from './origin-access-identity';

const output = ({ id, config }: Entity<OriginAccessIdentityConfig>): CloudFrontOriginAccessIdentity => ({
  Id: id,
  S3CanonicalUserId: config.s3CanonicalUserId,
  CloudFrontOriginAccessIdentityConfig: {
    CallerReference: config.CallerReference,
    Comment: config.Comment,
  },
});

const summary = ({
  id,
  config,
}: Entity<OriginAccessIdentityConfig>): CloudFrontOriginAccessIdentitySummary => ({
  Id: id,
  S3CanonicalUserId: config.s3CanonicalUserId,
  Comment: config.Comment,
});

export const originAccessIdentityOperations = entityOperations({
  noun: 'CloudFrontOriginAccessIdentity',
  plural: 'CloudFrontOriginAccessIdentities',
  kind: originAccessIdentity,
  path: 'origin-access-identity/cloudfront',
  output,
  list: (entities, query) => markedList(entities, query, summary),
});
